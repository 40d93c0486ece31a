from decimal import Decimal

from django.db.models import F
from django.db.models.functions import Round
from shop.models import Product


def start_sale(category, percent):
    """Take some percent off the products of a category, by its slug; return how many they are."""
    products = Product.objects.filter(category__slug=category)
    factor = 1 - Decimal(percent) / 100
    return products.update(price=Round(F("price") * factor, 2))
