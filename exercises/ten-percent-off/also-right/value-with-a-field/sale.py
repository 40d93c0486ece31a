from decimal import Decimal

from django.db.models import DecimalField, ExpressionWrapper, F, Value
from django.db.models.functions import Round
from shop.models import Product


def start_sale(category, percent):
    products = Product.objects.filter(category__slug=category)
    factor = Value(Decimal(100 - percent).scaleb(-2), output_field=DecimalField())
    new = ExpressionWrapper(F("price") * factor, DecimalField(max_digits=10, decimal_places=2))
    return products.update(price=Round(new, 2))
