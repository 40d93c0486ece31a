from django.db.models import Count, Q, Sum
from shop.models import Item, Order

items, orders = Item.objects, Order.objects

#: lazy
paid = orders.filter(status="paid")
newest = paid.order_by("-placed_at")[:20]

#: once
rows = list(newest)
first, last = rows[0], rows[-1]

#: by-index
first, second = paid[0], paid[1]

#: stream
for order in orders.iterator(chunk_size=200):
    print(order.number)

#: stream-prefetched
lines = orders.prefetch_related("items")
for order in lines.iterator(chunk_size=20):
    print(len(order.items.all()))

#: exists
waiting = orders.filter(status="paid").exists()

#: exists-then-loop
waiting = orders.filter(status="paid")
if waiting.exists():
    for order in waiting:
        print(order.number)

#: if-then-loop
waiting = orders.filter(status="paid")
if waiting:
    for order in waiting:
        print(order.number)

#: count
number = orders.filter(status="paid").count()

#: free
number, some = len(rows), bool(rows)

#: totals
orders.aggregate(
    all=Count("pk"),
    paid=Count("pk", filter=Q(status="paid")),
)

empty = items.none().aggregate(sold=Sum("quantity"))
print("sum of nothing:", empty["sold"])
