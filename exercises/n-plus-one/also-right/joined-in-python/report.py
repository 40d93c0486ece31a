from collections import defaultdict
from decimal import Decimal

from shop.models import Item, Order


def order_report():
    """One row for each order, newest first."""
    items_of = defaultdict(list)
    for item in Item.objects.select_related("product"):
        items_of[item.order_id].append(item)
    return [
        {
            "order": order.number,
            "customer": order.customer.name,
            "items": ", ".join(
                sorted(f"{item.quantity} × {item.product.name}" for item in items_of[order.pk])
            ),
            "total": sum(
                (item.quantity * item.unit_price for item in items_of[order.pk]), Decimal("0.00")
            ),
        }
        for order in Order.objects.select_related("customer").order_by("-placed_at", "-pk")
    ]
