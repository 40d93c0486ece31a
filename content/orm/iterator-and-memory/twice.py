from django.db import connection
from django.test.utils import CaptureQueriesContext
from shop.models import Order

drafts = Order.objects.filter(status="draft")

with CaptureQueriesContext(connection) as queries:
    for _ in range(2):
        numbers = [order.number for order in drafts.iterator()]
print("Two iterators:", len(queries))

with CaptureQueriesContext(connection) as queries:
    for _ in range(2):
        numbers = [order.number for order in drafts]
print("Two loops:", len(queries))
