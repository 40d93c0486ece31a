from decimal import Decimal

from django.db.models import Case, F, Sum, Value, When
from shop.models import Customer

amount = F("orders__items__quantity") * F("orders__items__unit_price")
spent = Sum(amount, default=Decimal(0))

customers = Customer.objects.annotate(spent=spent).annotate(
    tier=Case(
        When(spent__gte=3000, then=Value("gold")),
        When(spent__gte=1000, then=Value("silver")),
        default=Value("bronze"),
    )
)
# The label is like a column: it can be filtered by.
for tier in ("gold", "silver", "bronze"):
    print(f"{tier}:", customers.filter(tier=tier).count())
