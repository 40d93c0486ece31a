import tracemalloc

from shop.models import Order

Order.objects.update(note="x" * 4_000)


def lines(chunk_size):
    orders = Order.objects.order_by("number")
    rows = orders.values_list("number", "status", "customer__name")
    for number, status, customer in rows.iterator(chunk_size=chunk_size):
        yield f"{number};{status};{customer}\n"


tracemalloc.start()
length = sum(len(line) for line in lines(chunk_size=200))
print(f"The file: {length / 1000:.0f} kB")
print(f"In memory at once: {tracemalloc.get_traced_memory()[1] / 1000:.0f} kB")
tracemalloc.stop()
