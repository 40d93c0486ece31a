import json

from shop.models import Order


def as_json(order):
    # Written for the page of one order, and right there.
    return {
        "number": order.number,
        "customer": order.customer.name,
        "items": [
            f"{item.quantity} {item.product.sku}" for item in order.items.all()
        ],
    }


for order in Order.objects.order_by("-placed_at")[:5]:
    print(json.dumps(as_json(order), ensure_ascii=False))
