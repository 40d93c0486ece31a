from django.db import transaction
from django.db.models import F
from warehouse.models import Stock, Transfer


class NotEnough(Exception):
    """The source has fewer pieces than are to be moved."""


@transaction.atomic
def move(*, source_id, target_id, sku, quantity):
    """Move pieces of an article from one depot to another."""
    target, _ = Stock.objects.get_or_create(depot_id=target_id, sku=sku)
    source = Stock.objects.filter(depot_id=source_id, sku=sku, quantity__gte=quantity)
    if not source.update(quantity=F("quantity") - quantity):
        raise NotEnough(sku)
    target.quantity += quantity
    target.save()
    Transfer.objects.create(
        source_id=source_id, target_id=target_id, sku=sku, quantity=quantity
    )
