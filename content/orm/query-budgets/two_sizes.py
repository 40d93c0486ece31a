# fails: AssertionError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from shop.models import Order


def order_list(limit):
    orders = Order.objects.order_by("number")[:limit]
    return [(order.number, order.customer.name) for order in orders]


def count(function, *args):
    with CaptureQueriesContext(connection) as queries:
        function(*args)
    return len(queries)


few, many = count(order_list, 2), count(order_list, 8)
assert few == many, f"{few} queries for 2 orders, {many} for 8"
