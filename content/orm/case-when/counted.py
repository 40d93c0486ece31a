from decimal import Decimal

from django.db.models import Case, Count, F, Q, Sum, Value, When
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
for row in customers.values("tier").annotate(number=Count("pk")):
    print("grouped:", row["tier"], row["number"])

tiers = customers.aggregate(
    gold=Count("pk", filter=Q(tier="gold")),
    silver=Count("pk", filter=Q(tier="silver")),
    bronze=Count("pk", filter=Q(tier="bronze")),
)
words = ", ".join(f"{tier} {number}" for tier, number in tiers.items())
print("counted:", words)
