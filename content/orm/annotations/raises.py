# fails: FieldError
from django.db.models import F, Sum
from django.db.models.functions import Coalesce
from shop.models import Customer

spent = Sum(F("orders__items__quantity") * F("orders__items__unit_price"))
customers = Customer.objects.annotate(spent=Coalesce(spent, 0)).order_by(
    "spent", "name"
)

for customer in customers[:5]:
    print(f"{customer.name}: {customer.spent:.2f}")
