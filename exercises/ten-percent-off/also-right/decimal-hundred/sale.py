from decimal import Decimal

from django.db.models import F
from django.db.models.functions import Round
from shop.models import Product


def start_sale(category, percent):
    products = Product.objects.filter(category__slug=category)
    price = F("price") * (100 - percent) / Decimal(100)
    return products.update(price=Round(price, 2))
