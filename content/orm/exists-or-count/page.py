from shop.models import Order

orders = Order.objects.filter(status="delivered").order_by("-placed_at")

# Two questions, with two answers: how many in all, and the first five.
print(orders.count(), "orders, the newest:")
for order in orders[:5]:
    print("-", order.number)
