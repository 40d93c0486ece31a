from django.db.models import (
    FETCH_PEERS,
    FETCH_RAISE,
    Prefetch,
    prefetch_related_objects,
)
from shop.models import Item, Order

orders, items = Order.objects.order_by("pk"), Item.objects

#: late
for order in orders[:20]:
    print(order.customer.name)

#: join
for order in orders.select_related("customer")[:20]:
    print(order.customer.name)

#: many
for order in orders.prefetch_related("items")[:20]:
    print(len(order.items.all()))

#: asked-again
for order in orders.prefetch_related("items")[:20]:
    first = order.items.first()

#: nested
full = items.select_related("product")
lines = Prefetch("items", full)
for order in orders.prefetch_related(lines)[:20]:
    for item in order.items.all():
        print(item.product.name)

#: without-key
lines = Prefetch("items", items.only("quantity"))
for order in orders.prefetch_related(lines)[:20]:
    print([item.quantity for item in order.items.all()])

#: some
some = items.filter(quantity__gt=1)
lines = Prefetch("items", some, to_attr="big")
for order in orders.prefetch_related(lines)[:20]:
    print(len(order.big))

#: rows
rows = list(orders[:20])
prefetch_related_objects(rows, "items")

#: peers
for order in orders.fetch_mode(FETCH_PEERS)[:20]:
    print(order.customer.name)

#: raise
order = orders.fetch_mode(FETCH_RAISE)[0]

try:
    print(order.customer)
except Exception as error:
    print("raises:", type(error).__name__)

#: hidden
for item in items.order_by("pk")[:20]:
    print(item)
