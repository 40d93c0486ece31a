from django.db.models import Count, F, Sum
from shop.models import Customer, Item

# One query for each collection, and Python puts them together.
money = Sum(F("quantity") * F("unit_price"))
spent = dict(Item.objects.values_list("order__customer").annotate(money=money))
placed = dict(
    Customer.objects.values_list("pk").annotate(number=Count("orders"))
)
written = dict(
    Customer.objects.values_list("pk").annotate(number=Count("reviews"))
)

print("orders:", placed[51])
# No item, no row: who bought nothing is not in this dict.
print("spent:", round(spent.get(51, 0), 2))
print("reviews:", written[51])
print("spent by all:", round(sum(spent.values()), 2))
