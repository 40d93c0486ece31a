from decimal import Decimal

from django.db.models import F, Max, Q, Sum, Value
from django.db.models.functions import Coalesce
from shop.models import Customer


def small_customers():
    """A row for each customer who spent less than 500, those who spent least first."""
    money = Sum(
        F("orders__items__quantity") * F("orders__items__unit_price"),
        filter=Q(orders__status="delivered"),
    )
    customers = (
        Customer.objects.annotate(
            spent=Coalesce(money, Value(Decimal(0))), last=Max("orders__placed_at")
        )
        .filter(spent__lt=500, orders__status="delivered")
        .order_by("spent", "pk")
    )
    return [
        {"name": each.name, "spent": round(each.spent, 2), "last_order": each.last}
        for each in customers
    ]
