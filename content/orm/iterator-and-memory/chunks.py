from django.db import connection
from django.test.utils import CaptureQueriesContext
from shop.models import Order

orders = Order.objects.order_by("number").prefetch_related("items")

for size in (1000, 200, 20):
    with CaptureQueriesContext(connection) as queries:
        pieces = 0
        for order in orders.iterator(chunk_size=size):
            pieces += sum(item.quantity for item in order.items.all())
    print(f"Chunks of {size}: {len(queries)} queries, {pieces} pieces")
