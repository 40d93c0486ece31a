from shop.models import Order

latest = Order.objects.order_by("-placed_at")
orders = latest.select_related("customer")[:40]

print(len({order.customer.name for order in orders}), "names")
