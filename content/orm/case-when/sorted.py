from decimal import Decimal

from django.db.models import Case, F, Sum, Value, When
from shop.models import Customer

amount = F("orders__items__quantity") * F("orders__items__unit_price")
spent = Sum(amount, default=Decimal(0))
gold, silver = {"spent__gte": 3000}, {"spent__gte": 1000}

tier = Case(
    When(**gold, then=Value("gold")),
    When(**silver, then=Value("silver")),
    default=Value("bronze"),
)
# The same branches, with numbers that sort as you want it.
rank = Case(
    When(**gold, then=Value(1)),
    When(**silver, then=Value(2)),
    default=Value(3),
)
customers = Customer.objects.annotate(spent=spent, tier=tier, rank=rank)
for order in ("tier", "rank"):
    labels = [customer.tier for customer in customers.order_by(order)]
    print(f"by {order}:", " ".join(dict.fromkeys(labels)))
