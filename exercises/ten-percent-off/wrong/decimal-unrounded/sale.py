from decimal import Decimal

from django.db.models import F
from shop.models import Product


def start_sale(category, percent):
    products = Product.objects.filter(category__slug=category)
    return products.update(price=F("price") * (1 - Decimal(percent) / 100))
