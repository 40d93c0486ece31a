from django.db.models import F
from warehouse.models import Stock


class NotEnough(Exception):
    """There are fewer pieces on the shelf."""


def take(depot_id, sku, pieces):
    if pieces < 1:
        raise ValueError(pieces)
    shelf = Stock.objects.filter(depot_id=depot_id, sku=sku, quantity__gte=pieces)
    if not shelf.exists():
        raise NotEnough(sku)
    shelf.update(quantity=F("quantity") - pieces)
