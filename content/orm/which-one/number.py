from shop.models import Order

delivered = Order.objects.filter(status="delivered")

print(delivered.count(), "were delivered.")
