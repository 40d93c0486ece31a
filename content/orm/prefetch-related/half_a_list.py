from django.db.models import Prefetch
from shop.models import Item, Order

order = Order.objects.get(number="BR-000276")

# Without to_attr, the filtered rows stand under the name of all rows.
dear = Prefetch("items", queryset=Item.objects.filter(unit_price__gt=100))
half = Order.objects.prefetch_related(dear).get(pk=order.pk)

print("items in the table:", order.items.count())
print("items, it says:", half.items.count())
print("total:", sum(item.subtotal for item in order.items.all()))
print("total, it says:", sum(item.subtotal for item in half.items.all()))
