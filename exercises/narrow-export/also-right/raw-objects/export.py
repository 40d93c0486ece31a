from django.db.models import prefetch_related_objects
from shop.models import Product

SQL = """
    SELECT p.id, p.sku, p.name, p.price, c.name AS category_name
    FROM shop_product p JOIN shop_category c ON c.id = p.category_id
    WHERE p.is_active
    ORDER BY p.sku
"""


def price_list():
    """A row for each active product, in the order of the SKUs."""
    products = list(Product.objects.raw(SQL))
    prefetch_related_objects(products, "tags")
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
