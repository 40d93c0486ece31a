from decimal import Decimal

from django.db.models import Case, F, OuterRef, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce, Round
from shop.models import Customer, Item


def customers_of(tier):
    """The names of the customers with this label, in the order of the alphabet."""
    sums = (
        Item.objects.filter(order__customer=OuterRef("pk"))
        .values("order__customer")
        .annotate(total=Round(Sum(F("quantity") * F("unit_price")), 2))
        .values("total")
    )
    customers = Customer.objects.annotate(
        spent=Coalesce(Subquery(sums), Decimal(0)),
        tier=Case(
            When(spent__gte=3000, then=Value("gold")),
            When(spent__gte=1000, then=Value("silver")),
            When(spent__gt=0, then=Value("bronze")),
            default=Value("new"),
        ),
    )
    return [each.name for each in customers.filter(tier=tier).order_by("name", "pk")]
