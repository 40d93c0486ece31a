from django.db import IntegrityError, transaction
from django.db.models import F
from warehouse.models import Stock


class NotEnough(Exception):
    """There are fewer pieces on the shelf."""


def take(depot_id, sku, pieces):
    if pieces < 1:
        raise ValueError(pieces)
    try:
        with transaction.atomic():
            shelf = Stock.objects.filter(depot_id=depot_id, sku=sku)
            changed = shelf.update(quantity=F("quantity") - pieces)
    except IntegrityError:
        changed = 0
    if not changed:
        raise NotEnough(sku)
