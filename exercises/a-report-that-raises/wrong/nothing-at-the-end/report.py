from decimal import Decimal

from django.db.models import F, Max, Q, Sum
from shop.models import Customer


def small_customers():
    """A row for each customer who spent less than 500, those who spent least first."""
    money = Sum(
        F("orders__items__quantity") * F("orders__items__unit_price"),
        filter=Q(orders__status="delivered"),
    )
    customers = (
        Customer.objects.annotate(spent=money, last=Max("orders__placed_at"))
        .filter(Q(spent__lt=500) | Q(spent=None))
        .order_by(F("spent").asc(nulls_last=True), "pk")
    )
    return [
        {
            "name": each.name,
            "spent": round(each.spent or Decimal(0), 2),
            "last_order": each.last,
        }
        for each in customers
    ]
