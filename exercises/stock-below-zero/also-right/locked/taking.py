from django.db import transaction
from warehouse.models import Stock


class NotEnough(Exception):
    """There are fewer pieces on the shelf."""


def take(depot_id, sku, pieces):
    if pieces < 1:
        raise ValueError(pieces)
    with transaction.atomic():
        locked = Stock.objects.select_for_update()
        shelf = locked.filter(depot_id=depot_id, sku=sku).first()
        if shelf is None or shelf.quantity < pieces:
            raise NotEnough(sku)
        shelf.quantity -= pieces
        shelf.save(update_fields=["quantity"])
