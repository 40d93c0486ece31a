import pickle

from django.db import connection
from django.test.utils import CaptureQueriesContext
from shop.models import Order


def sent_by(words, use):
    with CaptureQueriesContext(connection) as queries:
        # A new queryset each time, so that nothing was asked before.
        use(Order.objects.order_by("placed_at"))
    print(f"{words}: {len(queries)}")


sent_by("a loop", lambda orders: [order.number for order in orders])
sent_by("list()", list)
sent_by("len()", len)
sent_by("if", bool)
sent_by("in", lambda orders: None in orders)
sent_by("repr()", repr)
sent_by("pickle", pickle.dumps)
sent_by("orders[0]", lambda orders: orders[0])
sent_by("orders[:5]", lambda orders: orders[:5])
sent_by("orders[:5:2]", lambda orders: orders[:5:2])
