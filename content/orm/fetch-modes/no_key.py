from django.db import connection, models
from django.test.utils import CaptureQueriesContext
from shop.models import Item, Order

PEERS = models.FETCH_PEERS


def count(label, orders, items):
    with CaptureQueriesContext(connection) as queries:
        prefetched = orders.prefetch_related(models.Prefetch("items", items))
        for order in prefetched[:5]:
            [item.quantity for item in order.items.all()]
    print(f"{label}: {len(queries)}")


orders, items = Order.objects.order_by("number"), Item.objects.only("quantity")
count("Left alone", orders, items)
count("Peers on the orders", orders.fetch_mode(PEERS), items)
count("Peers on the items", orders, items.fetch_mode(PEERS))
count("The key kept", orders, Item.objects.only("order", "quantity"))
