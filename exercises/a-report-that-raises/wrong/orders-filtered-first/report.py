from django.db.models import F, Max, Sum
from shop.models import Customer


def small_customers():
    """A row for each customer who spent less than 500, those who spent least first."""
    money = Sum(F("orders__items__quantity") * F("orders__items__unit_price"), default=0)
    customers = (
        Customer.objects.filter(orders__status="delivered")
        .annotate(spent=money, last=Max("orders__placed_at"))
        .filter(spent__lt=500)
        .order_by("spent", "pk")
    )
    return [
        {"name": each.name, "spent": round(each.spent, 2), "last_order": each.last}
        for each in customers
    ]
