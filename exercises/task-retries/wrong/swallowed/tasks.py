from celery import shared_task
from postbox import deliver
from shop.models import Order


@shared_task(bind=True)
def announce_parcel(self, order_id):
    """Tell the customer that the parcel has left."""
    order = Order.objects.get(pk=order_id)
    try:
        deliver(order.customer.user.email, f"Your order {order.number} is on its way.")
    except OSError:
        pass
