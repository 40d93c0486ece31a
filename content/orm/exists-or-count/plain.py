from shop.models import Order

orders = Order.objects.filter(customer=3).order_by("placed_at")

# The `if` fetches the rows. The rest finds them there.
if orders:
    print(len(orders), "orders:")
    for order in orders:
        print("-", order.number, order.status)
