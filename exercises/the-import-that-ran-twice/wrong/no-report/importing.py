from django.core.exceptions import ValidationError
from shop.models import Category, Product


def import_products(lines):
    """Put a price list into the shop; return the products, and what was refused."""
    kitchen = Category.objects.get(slug="kitchen")
    good, refused = {}, []
    for number, line in enumerate(lines, start=1):
        product = Product(category=kitchen, **line)
        try:
            product.clean_fields(exclude=["category"])
        except ValidationError:
            continue
        else:
            good[product.sku] = product
    products = Product.objects.bulk_create(
        good.values(),
        batch_size=500,
        update_conflicts=True,
        unique_fields=["sku"],
        update_fields=["price", "stock"],
    )
    return products, refused
