from django.db.models import Case, Count, F, Sum, Value, When
from shop.models import Customer, Product

spent = Sum(F("orders__items__quantity") * F("orders__items__unit_price"))
nobody = Customer.objects.annotate(spent=spent).filter(spent=None)
bronze = When(spent__lt=1000, then=Value("bronze"))
new = When(spent=None, then=Value("new"))

print("no default:", nobody.annotate(tier=Case(bronze))[0].tier)
print("a branch for NULL:", nobody.annotate(tier=Case(new, bronze))[0].tier)

low = When(stock__lt=20, then=Value("low"))
products = Product.objects.annotate(state=Case(low, default=Value("fine")))
states = products.values("state").annotate(number=Count("pk"))
for row in states.order_by("state"):
    print(f"{row['state']}:", row["number"])
print("products:", products.count())
