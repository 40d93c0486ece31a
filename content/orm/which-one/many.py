from shop.models import Order

latest = Order.objects.order_by("-placed_at")
orders = latest.prefetch_related("items")[:40]

pieces = 0
for order in orders:
    pieces += sum(item.quantity for item in order.items.all())
print(pieces, "pieces")
