from django.db.models import Prefetch
from shop.models import Item, Order

# The lines of an order: a quantity and a name. So those are what is loaded.
items = Item.objects.select_related("product").only("quantity", "product__name")
orders = Order.objects.order_by("number")[:5].prefetch_related(Prefetch("items", queryset=items))

for order in orders:
    print(order.number, [f"{item.quantity} {item.product.name}" for item in order.items.all()])
