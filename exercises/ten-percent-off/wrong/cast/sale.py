from decimal import Decimal

from django.db.models import DecimalField, F
from django.db.models.functions import Cast
from shop.models import Product


def start_sale(category, percent):
    products = Product.objects.filter(category__slug=category)
    field = DecimalField(max_digits=10, decimal_places=2)
    return products.update(price=Cast(F("price") * (1 - Decimal(percent) / 100), field))
