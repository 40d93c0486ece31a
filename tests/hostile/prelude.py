from decimal import Decimal

from shop.models import Order


def slow_report():
    """The report by hundreds of queries; right, and far over the budget."""
    rows = []
    for order in Order.objects.order_by("-placed_at", "-pk"):
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


def order_report():
    return slow_report()
