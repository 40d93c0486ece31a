from collections import Counter
from decimal import Decimal

from django.db.models import Case, F, Sum, Value, When
from shop.models import Customer

amount = F("orders__items__quantity") * F("orders__items__unit_price")
spent = Sum(amount, default=Decimal(0))

customers = Customer.objects.annotate(spent=spent).annotate(
    tier=Case(
        # Whoever spent 3,000 has spent 1,000 too.
        When(spent__gte=1000, then=Value("silver")),
        When(spent__gte=3000, then=Value("gold")),
        default=Value("bronze"),
    )
)
found = Counter(customer.tier for customer in customers)
for tier in ("gold", "silver", "bronze"):
    print(f"{tier}:", found[tier])
