from django.db import connection, models
from django.test.utils import CaptureQueriesContext
from shop.models import Item, Order

PEERS = models.FETCH_PEERS


def count(label, orders):
    with CaptureQueriesContext(connection) as queries:
        for order in orders[:10]:
            [item.product.name for item in order.items.all()]
    print(f"{label}: {len(queries)}")


orders = Order.objects.order_by("number")
count("No fetch mode", orders)
count("Peers", orders.fetch_mode(PEERS))
peers = orders.fetch_mode(PEERS)
count("Peers, items prefetched", peers.prefetch_related("items"))

items = models.Prefetch("items", Item.objects.fetch_mode(PEERS))
count("Items prefetched in peers", orders.prefetch_related(items))
