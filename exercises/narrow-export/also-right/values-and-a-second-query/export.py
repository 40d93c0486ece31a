from collections import defaultdict

from shop.models import Product, Tag


def price_list():
    """A row for each active product, in the order of the SKUs."""
    tags = defaultdict(list)
    for product, name in Tag.objects.order_by("name").values_list("products", "name"):
        tags[product].append(name)
    products = Product.objects.filter(is_active=True).order_by("sku")
    return [
        {
            "sku": sku,
            "name": name,
            "category": category,
            "price": price,
            "tags": ", ".join(tags[key]),
        }
        for key, sku, name, category, price in products.values_list(
            "pk", "sku", "name", "category__name", "price"
        )
    ]
