from decimal import Decimal

from django.db.models import F
from django.db.models.functions import Round
from shop.models import Product


def start_sale(category, percent):
    products = Product.objects.filter(category__slug=category)
    discount = Round(F("price") * Decimal(percent) / 100, 2)
    return products.update(price=F("price") - discount)
