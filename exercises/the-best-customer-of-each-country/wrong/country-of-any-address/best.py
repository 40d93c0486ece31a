from django.db.models import F, OuterRef, Q, Subquery, Sum
from shop.models import Address, Customer


def best_customers():
    """A row for each country: who spent most on delivered orders, and how much."""
    spent = Sum(
        F("orders__items__quantity") * F("orders__items__unit_price"),
        filter=Q(orders__status="delivered"),
        default=0,
    )
    theirs = (
        Customer.objects.filter(addresses__country=OuterRef("country"))
        .annotate(spent=spent)
        .order_by("-spent", "pk")
    )
    countries = (
        Address.objects.filter(kind="shipping")
        .values("country")
        .distinct()
        .annotate(
            customer=Subquery(theirs.values("name")[:1]),
            spent=Subquery(theirs.values("spent")[:1]),
        )
        .order_by("country")
    )
    return [{**each, "spent": round(each["spent"], 2)} for each in countries]
