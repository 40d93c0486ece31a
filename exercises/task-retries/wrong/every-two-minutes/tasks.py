from smtplib import SMTPRecipientsRefused

from celery import shared_task
from postbox import deliver
from shop.models import Order


@shared_task(
    autoretry_for=(OSError,),
    dont_autoretry_for=(SMTPRecipientsRefused,),
    default_retry_delay=115,
    max_retries=60,
)
def announce_parcel(order_id):
    """Tell the customer that the parcel has left."""
    order = Order.objects.get(pk=order_id)
    deliver(order.customer.user.email, f"Your order {order.number} is on its way.")
