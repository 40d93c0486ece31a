# fails: FieldFetchBlocked
from django.db import models
from shop.models import Order

orders = Order.objects.select_related("customer").fetch_mode(models.FETCH_RAISE)

for order in orders.order_by("number")[:10]:
    print(order.number, order.customer.name)  # Loaded with the orders.
    print(order.customer.user.email)  # Not loaded.
