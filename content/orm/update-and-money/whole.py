from decimal import Decimal

from django.db.models import F
from django.db.models.functions import Round
from shop.models import Product

teapots = Product.objects.filter(sku=Product.objects.first().sku)

for price in ("24.90", "25.00"):
    teapots.update(price=price)
    teapots.update(price=Round(F("price") * 85 / 100, 2))
    print(price, "* 85 / 100:", teapots.get().price)

teapots.update(price="25.00")
teapots.update(price=Round(F("price") * Decimal("0.85"), 2))
print("25.00 * 0.85:", teapots.get().price)
