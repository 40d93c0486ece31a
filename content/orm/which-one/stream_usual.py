import tracemalloc

from shop.models import Order

Order.objects.update(note="x" * 20_000)

tracemalloc.start()
orders = Order.objects.all()
characters = sum(len(order.note) for order in orders)
_now, most = tracemalloc.get_traced_memory()
tracemalloc.stop()
print(f"At once: {most / 1000:.0f} KB")
