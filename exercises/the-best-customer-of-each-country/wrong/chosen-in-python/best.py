from django.db.models import F, Q, Sum
from shop.models import Address


def best_customers():
    """A row for each country: who spent most on delivered orders, and how much."""
    spent = Sum(
        F("customer__orders__items__quantity") * F("customer__orders__items__unit_price"),
        filter=Q(customer__orders__status="delivered"),
        default=0,
    )
    addresses = (
        Address.objects.filter(kind="shipping")
        .annotate(spent=spent)
        .select_related("customer")
        .order_by("country", "-spent", "customer")
    )
    best = {}
    for address in addresses:
        best.setdefault(address.country, address)
    return [
        {
            "country": address.country,
            "customer": address.customer.name,
            "spent": round(address.spent, 2),
        }
        for address in best.values()
    ]
