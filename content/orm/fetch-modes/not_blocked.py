from django.core.exceptions import FieldFetchBlocked
from django.db import connection, models
from django.test.utils import CaptureQueriesContext
from shop.models import Item, Order

RAISE = models.FETCH_RAISE


def attempt(label, orders):
    with CaptureQueriesContext(connection) as queries:
        try:
            for order in orders[:5]:
                [item.product.name for item in order.items.all()]
        except FieldFetchBlocked as error:
            print(f"{label}: {error}")
        else:
            print(f"{label}: {len(queries)} queries, nothing was blocked")


orders = Order.objects.order_by("number").fetch_mode(RAISE)
attempt("Items not loaded", orders)
attempt("Items prefetched", orders.prefetch_related("items"))
blocked = models.Prefetch("items", Item.objects.fetch_mode(RAISE))
attempt("Items prefetched, and blocked", orders.prefetch_related(blocked))
