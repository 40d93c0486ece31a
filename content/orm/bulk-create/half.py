from django.db import IntegrityError
from shop.models import Category, Product

kitchen = Category.objects.get(slug="kitchen")
new = Product.objects.filter(sku__startswith="NEW-")
# The last line has the SKU of the first: the table refuses it.
skus = [f"NEW-{number:04}" for number in range(150)] + ["NEW-0000"]


def products():
    return [
        Product(sku=sku, name="Sample", category=kitchen, price="9.90")
        for sku in skus
    ]


try:
    Product.objects.bulk_create(products(), batch_size=100)
except IntegrityError as error:
    print("bulk_create:", error)
print("left by bulk_create:", new.count())

try:
    for product in products():
        product.save()
except IntegrityError as error:
    print("the loop:", error)
print("left by the loop:", new.count())
