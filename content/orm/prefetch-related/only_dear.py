from django.db.models import Prefetch
from shop.models import Item, Order

# The filter belongs to the query that fetches the items.
above = Item.objects.filter(unit_price__gt=100)
dear = Prefetch("items", queryset=above, to_attr="dear")
orders = Order.objects.prefetch_related(dear).order_by("-placed_at")

for order in orders[:8]:
    # A list, and loaded.
    print(order.number, ", ".join(str(item.unit_price) for item in order.dear))
