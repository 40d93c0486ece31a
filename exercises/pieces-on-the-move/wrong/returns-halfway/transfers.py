from django.db import transaction
from django.db.models import F
from warehouse.models import Depot, Stock, Transfer


class NotEnough(Exception):
    """The source has fewer pieces than are to be moved."""


@transaction.atomic
def move(*, source_id, target_id, sku, quantity):
    """Move pieces of an article from one depot to another."""
    source = Stock.objects.filter(depot_id=source_id, sku=sku, quantity__gte=quantity)
    if not source.update(quantity=F("quantity") - quantity):
        raise NotEnough(sku)
    if not Depot.objects.filter(pk=target_id).exists():
        return
    Stock.objects.get_or_create(depot_id=target_id, sku=sku)
    Stock.objects.filter(depot_id=target_id, sku=sku).update(quantity=F("quantity") + quantity)
    Transfer.objects.create(
        source_id=source_id, target_id=target_id, sku=sku, quantity=quantity
    )
