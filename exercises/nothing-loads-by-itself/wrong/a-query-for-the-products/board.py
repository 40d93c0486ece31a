from django.db import models
from shop.models import Order


def board_orders():
    """The paid orders, those that wait longest first, with all that a card reads."""
    return (
        Order.objects.filter(status="paid")
        .select_related("customer")
        .prefetch_related("items__product")
        .order_by("placed_at", "pk")
        .fetch_mode(models.FETCH_RAISE)
    )
