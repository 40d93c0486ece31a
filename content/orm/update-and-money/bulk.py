from decimal import Decimal

from shop.models import Product

products = list(Product.objects.order_by("pk")[:30])
for number, product in enumerate(products):
    # Another new price for each: no single expression says it.
    product.price = Decimal("10.00") + number

changed = Product.objects.bulk_update(products, ["price"], batch_size=10)
print("changed:", changed)
