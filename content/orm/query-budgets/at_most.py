# fails: AssertionError
from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext
from shop.models import Order


@contextmanager
def at_most(budget):
    with CaptureQueriesContext(connection) as queries:
        yield
    sent = [query["sql"] for query in queries]
    told = [f"{len(sent)} queries, at most {budget}", *sent]
    assert len(sent) <= budget, "\n".join(told)


with at_most(2):
    list(Order.objects.select_related("customer")[:5])

with at_most(2):
    for order in Order.objects.order_by("number")[:3]:
        print(order.number, order.customer_id, order.items.count())
