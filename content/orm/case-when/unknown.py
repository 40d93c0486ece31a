from django.db.models import Case, F, Sum, Value, When
from shop.models import Customer

# Without a default, the sum of no items at all is None.
spent = Sum(F("orders__items__quantity") * F("orders__items__unit_price"))

customers = Customer.objects.annotate(spent=spent).annotate(
    tier=Case(
        When(spent__lt=1000, then=Value("bronze")),
        When(spent__lt=3000, then=Value("silver")),
        default=Value("gold"),
    )
)
nothing = customers.filter(spent=None)
print("spent nothing:", len(nothing))
for customer in nothing:
    print(customer.name, "has spent", customer.spent, "and is", customer.tier)
