from django.db.models import signals
from shop.models import Item

KEPT = []
signals.post_save.connect(lambda **rest: KEPT.append(slow_report()), sender=Item)


def order_report():
    return KEPT[-1] if KEPT else slow_report()
