from decimal import Decimal

from shop.models import Product

changed = 0
for product in Product.objects.filter(stock__gt=0):
    product.price = round(product.price * Decimal("0.9"), 2)
    product.save()
    changed += 1

print("on sale:", changed)
