import tracemalloc

from shop.models import Order


def measure(label, rows):
    tracemalloc.start()
    for _row in rows:
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(f"{label}: {peak / 1_000_000:.1f} MB")


# Customers write long notes: 4,000 characters in each order.
Order.objects.update(note="x" * 4_000)
orders = Order.objects.order_by("number")

measure("A loop over the queryset", orders.all())
measure("iterator()", orders.iterator())
measure("iterator(chunk_size=200)", orders.iterator(chunk_size=200))
measure("iterator(chunk_size=20)", orders.iterator(chunk_size=20))
