from django.db.models import F, Max, Q, Sum
from shop.models import Address


def best_customers():
    """A row for each country: who spent most on delivered orders, and how much."""
    spent = Sum(
        F("customer__orders__items__quantity") * F("customer__orders__items__unit_price"),
        filter=Q(customer__orders__status="delivered"),
        default=0,
    )
    addresses = Address.objects.filter(kind="shipping").annotate(spent=spent)
    best = addresses.values("country").annotate(most=Max("spent")).order_by("country")
    return [
        {"country": row["country"], "customer": row["customer__name"], "spent": row["most"]}
        for row in best
    ]
