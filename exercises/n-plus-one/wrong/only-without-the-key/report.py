from decimal import Decimal

from django.db.models import Prefetch
from shop.models import Item, Order


def order_report():
    """One row for each order, newest first."""
    orders = (
        Order.objects.select_related("customer")
        .prefetch_related(
            Prefetch(
                "items",
                queryset=Item.objects.select_related("product").only(
                    "quantity", "unit_price", "product__name"
                ),
            )
        )
        .order_by("-placed_at", "-pk")
    )
    rows = []
    for order in orders:
        items = []
        total = Decimal("0.00")
        for item in order.items.all():
            items.append(f"{item.quantity} × {item.product.name}")
            total += item.quantity * item.unit_price
        rows.append(
            {
                "order": order.number,
                "customer": order.customer.name,
                "items": ", ".join(sorted(items)),
                "total": total,
            }
        )
    return rows
