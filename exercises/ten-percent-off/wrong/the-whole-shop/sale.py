from decimal import Decimal

from django.db.models import F
from django.db.models.functions import Round
from shop.models import Product


def start_sale(category, percent):
    return Product.objects.update(price=Round(F("price") * (1 - Decimal(percent) / 100), 2))
