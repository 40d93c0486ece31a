from django.db import connection
from django.test.utils import CaptureQueriesContext
from shop.models import Order

orders = Order.objects.order_by("number")


def count(orders):
    with CaptureQueriesContext(connection) as queries:
        for order in orders:
            order.customer.name
    return len(queries)


for size in (1, 2, 8):
    slow = count(orders[:size])
    cured = count(orders.prefetch_related("customer")[:size])
    print(f"Orders: {size}. An N+1: {slow}. Cured: {cured}.")
