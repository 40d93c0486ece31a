from shop.models import Order

orders = Order.objects.order_by("placed_at")

numbers = [order.number for order in orders]  # Asks, and keeps the rows in `orders`.
again = [order.number for order in orders]  # Finds them there.
print(len(orders), "orders,", orders[7].number, "is one of the first:", len(orders[:10]))

renewed = [order.number for order in orders.all()]  # Another object: asks.
paid = [order.number for order in orders.filter(status="paid")]  # And another.
