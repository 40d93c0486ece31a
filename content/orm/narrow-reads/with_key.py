from django.db.models import Prefetch
from shop.models import Item, Order

# The column that says which order an item belongs to comes along.
items = Item.objects.select_related("product").only(
    "order", "quantity", "product__name"
)
with_items = Prefetch("items", queryset=items)
orders = Order.objects.order_by("number").prefetch_related(with_items)

for order in orders[:5]:
    lines = [
        f"{item.quantity} {item.product.name}" for item in order.items.all()
    ]
    print(order.number, lines)
