from celery import shared_task
from postbox import deliver
from shop.models import Order


@shared_task
def send_confirmation(order_id):
    """Tell the customer that the order has arrived."""
    order = Order.objects.select_related("customer__user").get(pk=order_id)
    pieces = sum(item.quantity for item in order.items.all())
    deliver(order.customer.user.email, f"We have your order {order.number}: {pieces} piece(s).")
