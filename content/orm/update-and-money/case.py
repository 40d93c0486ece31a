from decimal import Decimal

from shop.models import Product

products = list(Product.objects.order_by("pk")[:2])
for product in products:
    product.price += Decimal("1.00")

Product.objects.bulk_update(products, ["price"])
