from shop.models import Order

orders = Order.objects.filter(customer=3).order_by("placed_at")

# The rule: never test a queryset, never take its length.
if orders.exists():
    print(orders.count(), "orders:")
    for order in orders:
        print("-", order.number, order.status)
