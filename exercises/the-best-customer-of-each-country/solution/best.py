from django.db.models import F, Q, Sum, Window
from django.db.models.functions import Round, RowNumber
from shop.models import Address


def best_customers():
    """A row for each country: who spent most on delivered orders, and how much."""
    spent = Sum(
        F("customer__orders__items__quantity") * F("customer__orders__items__unit_price"),
        filter=Q(customer__orders__status="delivered"),
        default=0,
    )
    # To the cent: SQLite adds floating-point numbers, and a draw is a draw.
    spent = Round(spent, 2)
    # The customers of one country, numbered from the best on.
    place = Window(RowNumber(), partition_by="country", order_by=["-spent", "customer"])
    addresses = (
        Address.objects.filter(kind="shipping")
        .annotate(spent=spent)
        .annotate(place=place)
        .filter(place=1)
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
