from django.db import models
from shop.models import Item, Order


def board_orders():
    """The paid orders, those that wait longest first, with all that a card reads."""
    items = (
        Item.objects.select_related("product")
        .only("order", "quantity", "product__name")
        .fetch_mode(models.FETCH_RAISE)
    )
    return (
        Order.objects.filter(status="paid")
        .select_related("customer")
        .only("number", "customer__name")
        .prefetch_related(models.Prefetch("items", queryset=items))
        .order_by("placed_at", "pk")
        .fetch_mode(models.FETCH_RAISE)
    )
