import tracemalloc

from shop.models import Product


def weigh(label, products):
    tracemalloc.start()
    list(products)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(f"{label}: {peak / 1000:,.0f} kB")


products = Product.objects.order_by("sku")
# The first query of a process pays for more than its rows.
list(products.all())

weigh("Short texts, all columns", products.all())
weigh("Short texts, two columns", products.only("name", "stock"))

# Marketing writes: 20,000 characters for each product.
Product.objects.update(description="x" * 20_000)
weigh("Long texts, all columns", products.all())
weigh("Long texts, two columns", products.only("name", "stock"))
weigh("Long texts, values_list", products.values_list("name", "stock"))
