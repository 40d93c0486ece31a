from django.db.models import Prefetch
from shop.models import Item, Order

# The column that says which order an item belongs to comes along.
items = Item.objects.select_related("product").only("order", "quantity", "product__name")
orders = Order.objects.order_by("number")[:5].prefetch_related(Prefetch("items", queryset=items))

for order in orders:
    print(order.number, [f"{item.quantity} {item.product.name}" for item in order.items.all()])
