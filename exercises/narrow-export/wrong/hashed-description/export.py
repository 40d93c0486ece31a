from django.db.models.functions import Length
from shop.models import Product


def price_list():
    """A row for each active product, in the order of the SKUs."""
    products = (
        Product.objects.filter(is_active=True)
        .select_related("category")
        .prefetch_related("tags")
        .annotate(length=Length("description"))
        .only("sku", "name", "price", "category__name")
        .order_by("sku")
    )
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
