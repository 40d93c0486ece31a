from itertools import batched

import search
from shop.models import Category, Product


def import_products(lines):
    """Put the lines of a price list into the shop, and return the products."""
    kitchen = Category.objects.get(slug="kitchen")
    products = [
        Product(sku=line["sku"], name=line["name"], price=line["price"], category=kitchen)
        for line in lines
    ]

    made = []
    for some in batched(products, 500, strict=False):
        made += Product.objects.bulk_create(some)
        search.add(some)
    return made
