from decimal import Decimal

from django.db.models import F, Sum
from shop.models import Order


def latest_orders():
    """A row for the latest order of each customer who has any, in the order of the customers' keys."""
    total = Sum(F("items__quantity") * F("items__unit_price"), default=Decimal(0))
    orders = (
        Order.objects.order_by("customer", "-placed_at", "-pk")
        .distinct("customer")
        .annotate(total=total)
        .select_related("customer")
    )
    return [
        {
            "customer": order.customer.name,
            "order": order.number,
            "status": order.status,
            "total": round(order.total, 2),
        }
        for order in orders
    ]
