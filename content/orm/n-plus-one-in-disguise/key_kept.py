from django.db.models import Prefetch
from shop.models import Item, Order

# What is printed, and the column by which items are put with their orders.
narrow = Prefetch(
    "items", queryset=Item.objects.only("quantity", "unit_price", "order")
)
orders = Order.objects.prefetch_related(narrow).order_by("-placed_at")

for order in orders[:5]:
    print(order.number, sum(item.subtotal for item in order.items.all()))
