from smtplib import SMTPServerDisconnected
from socket import gaierror

from celery import shared_task
from postbox import deliver
from shop.models import Order


@shared_task(
    autoretry_for=(ConnectionError, TimeoutError, gaierror, SMTPServerDisconnected),
    retry_backoff=60,
    retry_backoff_max=1800,
    retry_jitter=False,
    max_retries=12,
)
def announce_parcel(order_id):
    """Tell the customer that the parcel has left."""
    order = Order.objects.get(pk=order_id)
    deliver(order.customer.user.email, f"Your order {order.number} is on its way.")
