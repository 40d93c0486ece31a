from django.db.models import Avg, Count, F, Max, Sum
from shop.models import Item

# No order has this status, so no item is left.
none = Item.objects.filter(order__status="lost")

print(none.aggregate(count=Count("pk")))
print(none.aggregate(sum=Sum("quantity")))
print(none.aggregate(avg=Avg("quantity"), max=Max("quantity")))

# With a default: the number has the type of the total, here Decimal.
print(none.aggregate(sum=Sum("quantity", default=0)))
print(none.aggregate(money=Sum(F("quantity") * F("unit_price"), default=0)))
