from shop.models import Order

delivered = Order.objects.filter(status="delivered")

if delivered:
    print("Something was delivered.")
