from collections import defaultdict

from shop.models import Product


def price_list():
    """A row for each active product, in the order of the SKUs."""
    links = Product.tags.through.objects.values_list("product_id", "tag__name")
    tags = defaultdict(list)
    for product_id, name in links:
        tags[product_id].append(name)
    products = Product.objects.filter(is_active=True).select_related("category")
    products = products.only("sku", "name", "price", "category__name").order_by("sku")
    return [
        {
            "sku": product.sku,
            "name": product.name,
            "category": product.category.name,
            "price": product.price,
            "tags": ", ".join(sorted(tags[product.pk])),
        }
        for product in products
    ]
