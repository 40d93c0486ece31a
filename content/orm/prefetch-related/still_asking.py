from shop.models import Order

# Cured, it seems: the items of all orders in one query.
orders = Order.objects.prefetch_related("items").order_by("-placed_at")

for order in orders[:8]:
    dear = order.items.filter(unit_price__gt=100)
    print(order.number, ", ".join(str(item.unit_price) for item in dear))
