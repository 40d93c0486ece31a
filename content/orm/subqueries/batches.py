from itertools import batched

from shop.models import Product

# From a file of the supplier: no query can find them.
numbers = [f"BAG-{number:04}" for number in range(1, 2501)]

found = []
for part in batched(numbers, 1000, strict=False):
    found += Product.objects.filter(sku__in=part)
print("of", len(numbers), "we sell", len(found))
