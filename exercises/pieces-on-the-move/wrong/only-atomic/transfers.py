from django.db import transaction
from warehouse.models import Stock, Transfer


class NotEnough(Exception):
    """The source has fewer pieces than are to be moved."""


@transaction.atomic
def move(*, source_id, target_id, sku, quantity):
    """Move pieces of an article from one depot to another."""
    source = Stock.objects.get(depot_id=source_id, sku=sku)
    if source.quantity < quantity:
        raise NotEnough(f"{source.quantity} of {sku}")
    source.quantity -= quantity
    source.save()
    target, _ = Stock.objects.get_or_create(depot_id=target_id, sku=sku)
    target.quantity += quantity
    target.save()
    Transfer.objects.create(
        source_id=source_id, target_id=target_id, sku=sku, quantity=quantity
    )
