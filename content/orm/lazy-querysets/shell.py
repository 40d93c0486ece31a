from shop.models import Order

orders = Order.objects.order_by("placed_at")

# What the shell does with the last line, and a debugger with each variable.
shown = repr(orders)
print("Orders shown:", shown.count("<Order: "))
print("Kept:", orders._result_cache)
