from shop.models import Product


def price_list():
    """A row for each active product, in the order of the SKUs."""
    products = Product.objects.filter(is_active=True).prefetch_related("tags").only("sku", "name")
    products = products.select_related("category").only("sku", "category__name").order_by("sku")
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
