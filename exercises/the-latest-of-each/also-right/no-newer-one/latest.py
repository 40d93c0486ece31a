from decimal import Decimal

from django.db.models import Exists, F, OuterRef, Q, Sum
from shop.models import Order


def latest_orders():
    """A row for the latest order of each customer who has any, in the order of the customers' keys."""
    after = Q(placed_at__gt=OuterRef("placed_at")) | Q(
        placed_at=OuterRef("placed_at"), pk__gt=OuterRef("pk")
    )
    newer = Order.objects.filter(after, customer=OuterRef("customer"))
    total = Sum(F("items__quantity") * F("items__unit_price"), default=Decimal(0))
    orders = (
        Order.objects.filter(~Exists(newer))
        .annotate(total=total)
        .select_related("customer")
        .order_by("customer")
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
