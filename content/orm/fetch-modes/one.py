from shop.models import Order

# Nothing is loaded along.
orders = Order.objects.order_by("number")[:10]

for order in orders:
    print(order.number, order.customer.user.email)
