from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from shop.models import Order

orders, self = Order.objects, TestCase()

#: budget
with self.assertNumQueries(2):
    list(orders.prefetch_related("items"))


joined = orders.select_related("customer")


#: flat
def queries(size):
    with CaptureQueriesContext(connection) as seen:
        list(joined[:size])
    return len(seen)


assert queries(5) == queries(50)
