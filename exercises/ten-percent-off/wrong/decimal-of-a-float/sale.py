from decimal import Decimal

from django.db.models import F
from django.db.models.functions import Round
from shop.models import Product


def start_sale(category, percent):
    products = Product.objects.filter(category__slug=category)
    factor = Decimal(1 - percent / 100)
    return products.update(price=Round(F("price") * factor, 2))
