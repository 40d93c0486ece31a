from django.db.models import F, Q, Sum
from shop.models import Address


def best_customers():
    """A row for each country: who spent most on delivered orders, and how much."""
    spent = Sum(
        F("customer__orders__items__quantity") * F("customer__orders__items__unit_price"),
        filter=Q(customer__orders__status="delivered"),
        default=0,
    )
    shipping = Address.objects.filter(kind="shipping").annotate(spent=spent)
    rows = []
    for country in (
        Address.objects.filter(kind="shipping")
        .order_by("country")
        .distinct()
        .values_list("country", flat=True)
    ):
        best = (
            shipping.filter(country=country)
            .order_by("-spent", "customer")
            .select_related("customer")
            .first()
        )
        rows.append(
            {"country": country, "customer": best.customer.name, "spent": round(best.spent, 2)}
        )
    return rows
