import tracemalloc

from shop.models import Order


def measure(label, rows):
    tracemalloc.start()
    for _row in rows:
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(f"{label}: {peak / 1_000_000:.1f} MB")


# Customers write long notes.
note = "x" * 4_000
Order.objects.update(note=note)
orders = Order.objects.order_by("number")

print(f"200 notes: {200 * len(note) / 1_000_000:.1f} MB")

measure("A loop over the queryset", orders.all())
measure("iterator()", orders.iterator())
measure("iterator(chunk_size=200)", orders.iterator(chunk_size=200))
measure("iterator(chunk_size=20)", orders.iterator(chunk_size=20))
