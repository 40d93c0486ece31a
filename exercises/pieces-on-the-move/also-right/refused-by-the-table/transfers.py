from django.db import IntegrityError, transaction
from django.db.models import F
from warehouse.models import Stock, Transfer


class NotEnough(Exception):
    """The source has fewer pieces than are to be moved."""


def move(*, source_id, target_id, sku, quantity):
    """Move pieces of an article from one depot to another."""
    with transaction.atomic():
        try:
            with transaction.atomic():
                source = Stock.objects.filter(depot_id=source_id, sku=sku)
                source.update(quantity=F("quantity") - quantity)
        except IntegrityError:
            raise NotEnough(sku) from None
        Stock.objects.update_or_create(
            depot_id=target_id,
            sku=sku,
            defaults={"quantity": F("quantity") + quantity},
            create_defaults={"quantity": quantity},
        )
        Transfer.objects.create(
            source_id=source_id, target_id=target_id, sku=sku, quantity=quantity
        )
