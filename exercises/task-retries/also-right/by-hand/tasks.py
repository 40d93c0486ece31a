from smtplib import SMTPRecipientsRefused

from celery import shared_task
from postbox import deliver
from shop.models import Order


@shared_task(bind=True, max_retries=20)
def announce_parcel(self, order_id):
    """Tell the customer that the parcel has left."""
    order = Order.objects.get(pk=order_id)
    try:
        deliver(order.customer.user.email, f"Your order {order.number} is on its way.")
    except SMTPRecipientsRefused:
        raise
    except OSError as error:
        raise self.retry(exc=error, countdown=min(30 * 2**self.request.retries, 900)) from error
