import checkout
from celery import signals
from django.db import transaction


def within_another():
    """Two orders in one transaction of a caller; how many messages went out before its end."""
    sent = []
    heard = lambda **kwargs: sent.append(1)
    signals.before_task_publish.connect(heard, weak=False)
    try:
        with transaction.atomic():
            checkout.place_order(2, 4, 1)
            checkout.place_order(3, 5, 2)
            early = len(sent)
    finally:
        signals.before_task_publish.disconnect(heard)
    return {"early": early, "in all": len(sent)}
