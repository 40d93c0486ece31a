from shop.models import Order

orders = Order.objects.filter(status="delivered").order_by("-placed_at")

# One question, and all of its rows, to show five of them.
print(len(orders), "orders, the newest:")
for order in orders[:5]:
    print("-", order.number)
