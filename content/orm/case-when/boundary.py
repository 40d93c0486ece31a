from django.db.models import Case, F, FloatField, Sum, Value, When
from django.db.models.functions import Cast, Round
from shop.models import Customer, Order, Product

# A customer who buys for 1,000.00 exactly, in four items.
buyer = Customer.objects.filter(orders=None)[0]
day = "2026-06-01T12:00Z"
order = Order.objects.create(number="B-1", customer=buyer, placed_at=day)
bought = [(2, "100.78"), (2, "183.88"), (2, "57.02"), (1, "316.64")]
products = Product.objects.all()[:4]
for product, (quantity, price) in zip(products, bought, strict=True):
    order.items.create(product=product, quantity=quantity, unit_price=price)
print("in Python:", sum(item.subtotal for item in order.items.all()))

total = Sum(F("orders__items__quantity") * F("orders__items__unit_price"))
silver = When(spent__gte=1000, then=Value("silver"))
tier = Case(silver, default=Value("bronze"))
for name, spent in {"summed": total, "rounded": Round(total, 2)}.items():
    row = Customer.objects.annotate(spent=spent, tier=tier).get(pk=buyer.pk)
    print(f"{name}:", row.tier, "at", row.spent)

bare = Customer.objects.annotate(spent=Cast(total, FloatField()))
print("what SQLite holds:", bare.get(pk=buyer.pk).spent)
