from decimal import Decimal

from django.db.models import F
from django.db.models.functions import Round
from shop.models import Product


def start_sale(category, percent):
    products = Product.objects.filter(category__slug=category)
    sale_price = Round(F("price") * Decimal(100 - percent) * Decimal("0.01"), precision=2)
    return products.annotate(sale_price=sale_price).update(price=F("sale_price"))
