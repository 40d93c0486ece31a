from decimal import Decimal

from shop.models import Category, Product


def import_products(lines):
    """Put a price list into the shop; return the products, and what was refused."""
    kitchen = Category.objects.get(slug="kitchen")
    good, refused = {}, []
    for number, line in enumerate(lines, start=1):
        price = Decimal(line["price"] or 0)
        wrong = []
        if price <= 0 or price != round(price, 2):
            wrong.append("price")
        if line["stock"] < 0:
            wrong.append("stock")
        if wrong:
            refused.append((number, wrong))
        else:
            good[line["sku"]] = Product(category=kitchen, **line)
    products = Product.objects.bulk_create(
        good.values(),
        batch_size=500,
        update_conflicts=True,
        unique_fields=["sku"],
        update_fields=["price", "stock"],
    )
    return products, refused
