from django.db import models
from shop.models import Order

orders = Order.objects.order_by("number").fetch_mode(models.FETCH_PEERS)

names = 0
for order in orders.iterator():
    names += len(order.customer.name.split())
print("Names:", names)
