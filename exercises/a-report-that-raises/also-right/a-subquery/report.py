from decimal import Decimal

from django.db.models import F, Max, OuterRef, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from shop.models import Customer, Item


def small_customers():
    """A row for each customer who spent less than 500, those who spent least first."""
    items = Item.objects.filter(order__customer=OuterRef("pk"), order__status="delivered")
    money = (
        items.order_by()
        .values("order__customer")
        .annotate(total=Sum(F("quantity") * F("unit_price")))
        .values("total")
    )
    spent = Coalesce(Subquery(money), Value(Decimal(0)))
    return [
        {"name": name, "spent": round(spent, 2), "last_order": last}
        for name, spent, last in Customer.objects.annotate(
            spent=spent, last=Max("orders__placed_at")
        )
        .filter(spent__lt=500)
        .order_by("spent", "pk")
        .values_list("name", "spent", "last")
    ]
