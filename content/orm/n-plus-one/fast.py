from shop.models import Order

# One query, with each order's customer joined to it.
latest = Order.objects.select_related("customer").order_by("-placed_at")[:300]

for order in latest:
    # Loaded already: nothing is asked here.
    print(order.number, order.customer.name)
