from decimal import Decimal

from django.db.models import F, OuterRef, Subquery, Sum, Window
from django.db.models.functions import Coalesce, RowNumber
from shop.models import Item, Order


def latest_orders():
    """A row for the latest order of each customer who has any, in the order of the customers' keys."""
    place = Window(
        RowNumber(), partition_by="customer", order_by=[F("placed_at").desc(), F("pk").desc()]
    )
    sums = (
        Item.objects.filter(order=OuterRef("pk"))
        .values("order")
        .annotate(total=Sum(F("quantity") * F("unit_price")))
        .values("total")
    )
    orders = (
        Order.objects.annotate(place=place, total=Coalesce(Subquery(sums), Decimal(0)))
        .filter(place=1)
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
