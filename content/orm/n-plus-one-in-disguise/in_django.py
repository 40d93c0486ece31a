from django.db.models import Prefetch
from shop.models import Item, Order

# Exactly the columns that are printed.
narrow = Prefetch("items", queryset=Item.objects.only("quantity", "unit_price"))
orders = Order.objects.prefetch_related(narrow).order_by("-placed_at")

for order in orders[:5]:
    print(order.number, sum(item.subtotal for item in order.items.all()))
