# fails: FieldFetchBlocked
from django.db import models
from shop.models import Customer

customer = Customer.objects.fetch_mode(models.FETCH_RAISE).get(pk=2)

# This queryset says nothing of a mode. The customer does.
for order in customer.orders.order_by("number"):
    print(order.number, order.shipping_address)
