from shop.models import Order

delivered = Order.objects.filter(status="delivered")

print(len(delivered), "were delivered.")
