from shop.models import Order

orders = Order.objects.order_by("-placed_at")[:40]

pieces = 0
for order in orders:
    pieces += sum(item.quantity for item in order.items.all())
print(pieces, "pieces")
