from shop.models import Order

if Order.objects.filter(status="delivered"):
    print("Something was delivered.")

print(len(Order.objects.filter(status="delivered")), "orders were.")
