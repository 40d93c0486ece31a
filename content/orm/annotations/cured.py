from django.db.models import F, Sum
from shop.models import Customer

spent = Sum(
    F("orders__items__quantity") * F("orders__items__unit_price"), default=0
)
customers = Customer.objects.annotate(spent=spent).order_by("spent", "name")

for customer in customers[:5]:
    print(f"{customer.name}: {customer.spent:.2f}")
