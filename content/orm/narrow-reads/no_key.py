from django.db.models import Prefetch
from shop.models import Item, Order

# The lines of an order: a quantity and a name. So those are what is loaded.
items = Item.objects.select_related("product").only("quantity", "product__name")
with_items = Prefetch("items", queryset=items)
orders = Order.objects.order_by("number").prefetch_related(with_items)

for order in orders[:5]:
    lines = [
        f"{item.quantity} {item.product.name}" for item in order.items.all()
    ]
    print(order.number, lines)
