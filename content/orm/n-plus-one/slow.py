from shop.models import Order

# One query for the orders.
latest = Order.objects.order_by("-placed_at")[:300]

for order in latest:
    # And one more for each: its customer is not loaded yet.
    print(order.number, order.customer.name)
