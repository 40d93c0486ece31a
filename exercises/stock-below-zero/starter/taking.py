from warehouse.models import Stock


class NotEnough(Exception):
    """There are fewer pieces on the shelf."""


def take(depot_id, sku, pieces):
    """Take pieces off the shelf of a depot."""
    shelf = Stock.objects.get(depot_id=depot_id, sku=sku)
    if shelf.quantity < pieces:
        raise NotEnough(sku)
    shelf.quantity -= pieces
    shelf.save()
