from django.db import transaction
from warehouse.models import Stock, Transfer


class NotEnough(Exception):
    """The source has fewer pieces than are to be moved."""


@transaction.atomic
def move(*, source_id, target_id, sku, quantity):
    """Move pieces of an article from one depot to another."""
    Stock.objects.get_or_create(depot_id=target_id, sku=sku)
    # Both at once and in one order, so that two transfers never wait for each other.
    both = Stock.objects.select_for_update().filter(sku=sku, depot__in=[source_id, target_id])
    rows = {row.depot_id: row for row in both.order_by("pk")}
    source, target = rows[source_id], rows[target_id]
    if source.quantity < quantity:
        raise NotEnough(f"{source.quantity} of {sku}")
    source.quantity -= quantity
    target.quantity += quantity
    Stock.objects.bulk_update([source, target], ["quantity"])
    Transfer.objects.create(source_id=source_id, target_id=target_id, sku=sku, quantity=quantity)
