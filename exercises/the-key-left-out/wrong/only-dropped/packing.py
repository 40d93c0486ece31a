from django.db.models import Prefetch
from shop.models import Item, Order

LINES = Item.objects.select_related("product")


def packing_list():
    """What to pack, one row for each order that is not canceled, by its number."""
    orders = (
        Order.objects.exclude(status="canceled")
        .only("number")
        .prefetch_related(Prefetch("items", queryset=LINES))
        .order_by("number")
    )
    return [
        {
            "order": order.number,
            "lines": sorted(
                f"{item.product.sku} {item.product.name} × {item.quantity}"
                for item in order.items.all()
            ),
        }
        for order in orders
    ]
