import json

from django.db.models import Prefetch
from shop.models import Item, Order


def as_json(order):
    # The same function as before.
    return {
        "number": order.number,
        "customer": order.customer.name,
        "items": [
            f"{item.quantity} {item.product.sku}" for item in order.items.all()
        ],
    }


items = Prefetch("items", queryset=Item.objects.select_related("product"))
orders = Order.objects.select_related("customer").prefetch_related(items)

for order in orders.order_by("-placed_at")[:5]:
    print(json.dumps(as_json(order), ensure_ascii=False))
