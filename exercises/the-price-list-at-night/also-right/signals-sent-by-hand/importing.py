from django.db.models.signals import post_save
from shop.models import Category, Product


def import_products(lines):
    """Put the lines of a price list into the shop, and return the products."""
    kitchen = Category.objects.get(slug="kitchen")
    products = [
        Product(sku=line["sku"], name=line["name"], price=line["price"], category=kitchen)
        for line in lines
    ]

    made = Product.objects.bulk_create(products)
    for product in made:
        # Whoever listens hears of it, not the search engine alone.
        post_save.send(sender=Product, instance=product, created=True)
    return made
