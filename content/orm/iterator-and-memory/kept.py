from shop.models import Order

orders = Order.objects.order_by("number")

for order in orders:
    last = order

# The loop is over, and the queryset still has every instance.
print("Kept:", len(orders._result_cache))
print("The same object:", last is orders[len(orders) - 1])
