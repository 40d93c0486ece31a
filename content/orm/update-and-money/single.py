from decimal import Decimal

from django.db.models import F
from django.db.models.functions import Round
from shop.models import Product

in_stock = Product.objects.filter(stock__gt=0)
changed = in_stock.update(price=Round(F("price") * Decimal("0.9"), 2))

print("on sale:", changed)
