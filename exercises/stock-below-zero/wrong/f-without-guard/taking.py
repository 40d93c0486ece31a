from django.db.models import F
from warehouse.models import Stock


class NotEnough(Exception):
    """There are fewer pieces on the shelf."""


def take(depot_id, sku, pieces):
    if pieces < 1:
        raise ValueError(pieces)
    shelf = Stock.objects.filter(depot_id=depot_id, sku=sku).first()
    if shelf is None or shelf.quantity < pieces:
        raise NotEnough(sku)
    shelf.quantity = F("quantity") - pieces
    shelf.save()
