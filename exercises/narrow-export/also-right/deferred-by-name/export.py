from django.db.models import F
from shop.models import Product


def price_list():
    """A row for each active product, in the order of the SKUs."""
    products = (
        Product.objects.filter(is_active=True)
        .annotate(category_name=F("category__name"))
        .defer("description", "stock", "is_active", "category")
        .prefetch_related("tags")
        .order_by("sku")
    )
    return [
        {
            "sku": product.sku,
            "name": product.name,
            "category": product.category_name,
            "price": product.price,
            "tags": ", ".join(sorted(tag.name for tag in product.tags.all())),
        }
        for product in products
    ]
