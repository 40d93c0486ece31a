from celery import shared_task
from postbox import deliver


@shared_task
def send_confirmation(number, email, quantity):
    """Tell the customer that the order has arrived."""
    deliver(email, f"We have your order {number}: {quantity} piece(s).")
