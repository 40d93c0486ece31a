from django.db.models import F, OuterRef, Q, Subquery, Sum
from shop.models import Address


def best_customers():
    """A row for each country: who spent most on delivered orders, and how much."""
    spent = Sum(
        F("customer__orders__items__quantity") * F("customer__orders__items__unit_price"),
        filter=Q(customer__orders__status="delivered"),
        default=0,
    )
    shipping = Address.objects.filter(kind="shipping").annotate(spent=spent)
    best = shipping.filter(country=OuterRef("country")).order_by("-spent", "customer")
    addresses = (
        shipping.filter(pk=Subquery(best.values("pk")[:1]))
        .select_related("customer")
        .order_by("country")
    )
    return [
        {
            "country": address.country,
            "customer": address.customer.name,
            "spent": round(address.spent, 2),
        }
        for address in addresses
    ]
