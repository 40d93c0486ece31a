from shop.models import Order

delivered = Order.objects.filter(status="delivered")

if delivered.exists():
    print("Something was delivered.")
