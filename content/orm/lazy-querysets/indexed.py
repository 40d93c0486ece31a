from shop.models import Order

orders = Order.objects.order_by("placed_at")

print(orders[0].number, orders[1].number, orders[0].number)
print("The same object:", orders[0] is orders[0])
