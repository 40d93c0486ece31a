from decimal import Decimal

from django.db.models import Case, F, FloatField, Sum, Value, When
from django.db.models.functions import Cast, Round
from shop.models import Customer, Order, Product

# A customer who buys for 1,000.00 exactly, in four items.
customer = Customer.objects.filter(orders=None)[0]
order = Order.objects.create(number="BR-1000", customer=customer, placed_at="2026-06-01T12:00Z")
bought = [(2, "100.78"), (2, "183.88"), (2, "57.02"), (1, "316.64")]
for product, (quantity, price) in zip(Product.objects.all()[:4], bought, strict=True):
    order.items.create(product=product, quantity=quantity, unit_price=Decimal(price))
print("in Python:", sum(item.subtotal for item in order.items.all()))

total = Sum(F("orders__items__quantity") * F("orders__items__unit_price"))
for name, spent in {"summed": total, "rounded": Round(total, 2)}.items():
    tier = Case(When(spent__gte=1000, then=Value("silver")), default=Value("bronze"))
    row = Customer.objects.annotate(spent=spent).annotate(tier=tier).get(pk=customer.pk)
    print(f"{name}:", row.tier, "at", row.spent)

bare = Customer.objects.annotate(spent=Cast(total, FloatField())).get(pk=customer.pk)
print("what SQLite holds:", bare.spent)
