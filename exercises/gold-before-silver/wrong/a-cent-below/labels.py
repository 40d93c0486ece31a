from decimal import Decimal

from django.db.models import Case, F, Sum, Value, When
from shop.models import Customer


def customers_of(tier):
    """The names of the customers with this label, in the order of the alphabet."""
    customers = Customer.objects.annotate(
        spent=Sum(F("orders__items__quantity") * F("orders__items__unit_price"))
    ).annotate(
        tier=Case(
            When(spent__gt=Decimal("2999.99"), then=Value("gold")),
            When(spent__gt=Decimal("999.99"), then=Value("silver")),
            When(spent__gt=0, then=Value("bronze")),
            default=Value("new"),
        )
    )
    return [each.name for each in customers.filter(tier=tier).order_by("name", "pk")]
