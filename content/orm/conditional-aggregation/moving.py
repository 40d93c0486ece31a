from shop.models import Order

paid = Order.objects.filter(status="paid")
shipped = Order.objects.filter(status="shipped")

to_pack = paid.count()

# Between the two queries of the screen, the warehouse ships an order.
leaving = paid.first()
leaving.status = "shipped"
leaving.save()

on_the_way = shipped.count()

print("orders on the screen:", to_pack + on_the_way)
print("orders there are:", paid.count() + shipped.count())
