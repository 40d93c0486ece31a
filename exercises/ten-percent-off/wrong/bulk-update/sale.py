from decimal import ROUND_HALF_UP, Decimal

from shop.models import Product


def start_sale(category, percent):
    products = Product.objects.filter(category__slug=category)
    products = list(products)
    for product in products:
        exact = product.price * (1 - Decimal(percent) / 100)
        product.price = exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return Product.objects.bulk_update(products, ["price"])
