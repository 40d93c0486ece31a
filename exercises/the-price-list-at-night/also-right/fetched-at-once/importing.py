import search
from shop.models import Category, Product


def import_products(lines):
    """Put the lines of a price list into the shop, and return the products."""
    kitchen = Category.objects.get(slug="kitchen")
    products = [
        Product(sku=line["sku"], name=line["name"], price=line["price"], category=kitchen)
        for line in lines
    ]

    Product.objects.bulk_create(products, batch_size=1000)
    skus = [product.sku for product in products]
    made = list(Product.objects.filter(sku__in=skus))
    made.sort(key=lambda product: skus.index(product.sku))
    search.add(made)
    return made
