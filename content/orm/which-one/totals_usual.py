from shop.models import Order

orders = Order.objects.all()

print(orders.count(), "orders")
print(orders.filter(status="paid").count(), "to pack")
print(orders.filter(status="shipped").count(), "on their way")
