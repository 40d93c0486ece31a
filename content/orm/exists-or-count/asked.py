from shop.models import Order

if Order.objects.filter(status="delivered").exists():
    print("Something was delivered.")

print(Order.objects.filter(status="delivered").count(), "orders were.")
