from shop.models import Product


def price_list():
    """A row for each active product, in the order of the SKUs."""
    products = (
        Product.objects.filter(is_active=True)
        .select_related("category")
        .prefetch_related("tags")
        .order_by("sku")
    )
    for product in products:
        del product.description
    return [
        {
            "sku": product.sku,
            "name": product.name,
            "category": product.category.name,
            "price": product.price,
            "tags": ", ".join(sorted(tag.name for tag in product.tags.all())),
        }
        for product in products
    ]
