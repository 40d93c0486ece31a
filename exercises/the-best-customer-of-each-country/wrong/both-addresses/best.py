from django.db.models import F, Q, Sum, Window
from django.db.models.functions import RowNumber
from shop.models import Customer


def best_customers():
    """A row for each country: who spent most on delivered orders, and how much."""
    customers = (
        Customer.objects.annotate(
            country=F("addresses__country"),
            spent=Sum(
                F("orders__items__quantity") * F("orders__items__unit_price"),
                filter=Q(orders__status="delivered"),
                default=0,
            ),
        )
        .annotate(place=Window(RowNumber(), partition_by="country", order_by=["-spent", "pk"]))
        .filter(place=1)
        .order_by("country")
    )
    return [
        {"country": each.country, "customer": each.name, "spent": round(each.spent, 2)}
        for each in customers
    ]
