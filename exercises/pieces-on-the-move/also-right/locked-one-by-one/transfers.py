from django.db import transaction
from warehouse.models import Stock, Transfer


class NotEnough(Exception):
    """The source has fewer pieces than are to be moved."""


@transaction.atomic
def move(*, source_id, target_id, sku, quantity):
    """Move pieces of an article from one depot to another."""
    Stock.objects.get_or_create(depot_id=target_id, sku=sku)
    locked = Stock.objects.select_for_update()
    rows = {depot: locked.get(depot_id=depot, sku=sku) for depot in sorted([source_id, target_id])}
    source, target = rows[source_id], rows[target_id]
    if source.quantity < quantity:
        raise NotEnough(sku)
    source.quantity -= quantity
    source.save(update_fields=["quantity"])
    target.quantity += quantity
    target.save(update_fields=["quantity"])
    Transfer.objects.create(source_id=source_id, target_id=target_id, sku=sku, quantity=quantity)
