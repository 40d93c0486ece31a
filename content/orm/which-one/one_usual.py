from shop.models import Order

orders = Order.objects.order_by("-placed_at")[:40]

print(len({order.customer.name for order in orders}), "names")
