from django.db.models import DecimalField, F, IntegerField, Sum
from django.db.models.functions import Coalesce
from shop.models import Customer

money = Sum(F("orders__items__quantity") * F("orders__items__unit_price"))
customer = Customer.objects.annotate(
    right=Coalesce(money, 0, output_field=DecimalField()),
    wrong=Coalesce(money, 0, output_field=IntegerField()),
).get(pk=1)

print("DecimalField:", type(customer.right).__name__, customer.right)
print("IntegerField:", type(customer.wrong).__name__, customer.wrong)
