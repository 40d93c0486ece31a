import tracemalloc

from shop.models import Product

Product.objects.update(description="x" * 20_000)

tracemalloc.start()
rows = list(Product.objects.values_list("sku", "price"))
_now, most = tracemalloc.get_traced_memory()
tracemalloc.stop()
print(f"At once: {most / 1000:.0f} KB")
