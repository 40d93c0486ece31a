from django.db.models import F
from warehouse.models import Stock


class NotEnough(Exception):
    """There are fewer pieces on the shelf."""


def take(depot_id, sku, pieces):
    if pieces < 1:
        raise ValueError(pieces)
    shelf = Stock.objects.get(depot_id=depot_id, sku=sku)
    same = Stock.objects.filter(pk=shelf.pk, quantity__gte=pieces)
    if not same.update(quantity=F("quantity") - pieces):
        raise NotEnough(sku)
