# fails: AssertionError
from django.test import TestCase
from shop.models import Order

# Somebody replaced the prefetch of the customers with a join: one query less.
with TestCase().assertNumQueries(2):
    list(Order.objects.select_related("customer")[:5])
