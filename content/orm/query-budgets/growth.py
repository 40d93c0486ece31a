from django.db import connection
from django.test.utils import CaptureQueriesContext
from shop.models import Order


def order_list(limit):
    orders = Order.objects.order_by("number")[:limit]
    return [(order.number, order.customer.name) for order in orders]


for limit in (1, 2, 10):
    with CaptureQueriesContext(connection) as queries:
        order_list(limit)
    print(f"{limit} orders: {len(queries)}")
