from django.db import connection
from django.db.models import Prefetch
from django.test.utils import CaptureQueriesContext
from shop.models import Item, Order

orders = list(Order.objects.prefetch_related("items")[:10])
sorted_items = Prefetch("items", queryset=Item.objects.order_by("pk"))
with_order = list(Order.objects.prefetch_related(sorted_items)[:10])


def ask(label, touch, orders=orders):
    with CaptureQueriesContext(connection) as queries:
        for order in orders:
            touch(order.items)
    print(f"{label}: {len(queries)}")


ask("all()", lambda items: list(items.all()))
ask("count()", lambda items: items.count())
ask("exists()", lambda items: items.exists())
ask("all()[:2]", lambda items: list(items.all()[:2]))
ask("filter()", lambda items: list(items.filter(quantity=1)))
ask("order_by()", lambda items: list(items.order_by("pk")))
ask("values_list()", lambda items: list(items.values_list("pk")))
ask("first()", lambda items: items.first())
ask("first(), prefetched in an order", lambda items: items.first(), with_order)
