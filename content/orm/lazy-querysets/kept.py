from shop.models import Order

orders = Order.objects.order_by("placed_at")

# The first loop asks, and keeps the rows in `orders`. The second finds them.
numbers = [order.number for order in orders]
again = [order.number for order in orders]
print(len(orders), "orders. Among the first", len(orders[:10]), "is", orders[7])

# Two other objects, and each asks.
renewed = [order.number for order in orders.all()]
paid = [order.number for order in orders.filter(status="paid")]
