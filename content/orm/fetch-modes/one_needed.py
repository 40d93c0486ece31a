from django.db import models
from shop.models import Order

orders = list(Order.objects.order_by("number").fetch_mode(models.FETCH_PEERS))

# One order is shown in full, and all of them get their customer.
print(orders[0].number, orders[0].customer.name)
