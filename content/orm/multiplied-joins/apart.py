from django.db.models import Count, F, Sum
from shop.models import Customer, Item

# One query for each collection, and Python puts them together.
money = Sum(F("quantity") * F("unit_price"))
spent = dict(Item.objects.values_list("order__customer").annotate(money=money))
placed = dict(Customer.objects.values_list("pk").annotate(number=Count("orders")))
written = dict(Customer.objects.values_list("pk").annotate(number=Count("reviews")))

print("orders:", placed[51])
print("spent:", round(spent[51], 2))
print("reviews:", written[51])
print("spent by all:", round(sum(spent.values()), 2))
