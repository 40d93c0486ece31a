"""What the hand scanners report. The supplier's code: it cannot be changed."""

from django.db.models import F
from warehouse.models import Stock


def book(depot_id, sku, pieces):
    """Book pieces off a shelf, as they were scanned."""
    shelf = Stock.objects.filter(depot_id=depot_id, sku=sku)
    shelf.update(quantity=F("quantity") - pieces)
