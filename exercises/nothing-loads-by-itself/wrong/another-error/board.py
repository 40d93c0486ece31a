from django.db.models import Prefetch
from django.db.models.fetch_modes import FetchMode
from shop.models import Item, Order


class Told(FetchMode):
    """Raises, and says where the queryset is."""

    def fetch(self, fetcher, instance):
        name = f"{type(instance).__name__}.{fetcher.field.name}"
        raise RuntimeError(f"{name} is not loaded for the board: see board.py.")


def board_orders():
    """The paid orders, those that wait longest first, with all that a card reads."""
    items = Item.objects.select_related("product").fetch_mode(Told())
    return (
        Order.objects.filter(status="paid")
        .select_related("customer")
        .prefetch_related(Prefetch("items", queryset=items))
        .order_by("placed_at", "pk")
        .fetch_mode(Told())
    )
