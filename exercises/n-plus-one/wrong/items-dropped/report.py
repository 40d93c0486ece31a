from decimal import Decimal

from shop.models import Order


def order_report():
    """One row for each order, newest first."""
    rows = []
    for order in Order.objects.select_related("customer").order_by("-placed_at", "-pk"):
        items = []
        total = Decimal("0.00")
        for item in []:
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
