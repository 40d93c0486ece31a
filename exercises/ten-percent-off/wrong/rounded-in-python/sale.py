from decimal import Decimal

from shop.models import Product


def start_sale(category, percent):
    products = Product.objects.filter(category__slug=category)
    products = list(products)
    for product in products:
        product.price = round(product.price * (1 - Decimal(percent) / 100), 2)
    return Product.objects.bulk_update(products, ["price"])
