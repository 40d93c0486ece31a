from django.db.models import F
from warehouse.models import Stock


class NotEnough(Exception):
    """There are fewer pieces on the shelf."""


def take(depot_id, sku, pieces):
    """Take pieces off the shelf of a depot."""
    if pieces < 1:
        raise ValueError(pieces)
    shelf = Stock.objects.filter(depot_id=depot_id, sku=sku, quantity__gte=pieces)
    if not shelf.update(quantity=F("quantity") - pieces):
        raise NotEnough(sku)
