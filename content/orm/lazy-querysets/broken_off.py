from shop.models import Order

orders = Order.objects.order_by("placed_at")

for _order in orders:
    break  # One look at one order.

print("Kept:", len(orders._result_cache))
