from django.db import models
from shop.models import Order

# What one of these orders needs, all of them get.
orders = Order.objects.order_by("number").fetch_mode(models.FETCH_PEERS)[:10]

for order in orders:
    print(order.number, order.customer.user.email)
