from django.db import connection
from django.test.utils import CaptureQueriesContext
from shop.models import Order


def page(rows):
    latest = Order.objects.order_by("-placed_at")[:rows]
    return [(order.number, order.customer.name) for order in latest]


for rows in (10, 40):
    with CaptureQueriesContext(connection) as queries:
        page(rows)
    print(f"{rows} rows: {len(queries)} queries")
