from decimal import Decimal

from django.db.models import F
from django.db.models.functions import Round
from shop.models import Product


def start_sale(category, percent):
    products = Product.objects.filter(category__slug=category)
    return products.update(price=Round(F("price") * Decimal("0.9"), 2))
