from django.db import transaction
from shop.models import Category, Product

kitchen = Category.objects.get(slug="kitchen")


def index(products):
    """Tell the search engine: one request, whatever their number."""
    told = [(product.pk, product.sku) for product in products]
    print("told the search engine:", told)


with transaction.atomic():
    made = Product.objects.bulk_create(
        [
            Product(sku=sku, name="Sample", category=kitchen, price="9.90")
            for sku in ("A-1", "A-2")
        ]
    )
    # Called by name, and only once the rows are there to stay.
    transaction.on_commit(lambda: index(made))
