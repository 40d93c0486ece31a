from celery import shared_task
from postbox import deliver


@shared_task
def send_confirmation(order):
    """Tell the customer that the order has arrived."""
    deliver(order["email"], f"We have your order {order['number']}: {order['pieces']} piece(s).")
