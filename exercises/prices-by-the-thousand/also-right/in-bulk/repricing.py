from decimal import ROUND_HALF_UP, Decimal

from shop.models import Product


def reprice(prices):
    products = Product.objects.in_bulk(list(prices), field_name="sku")
    changes = []
    for sku, product in sorted(products.items()):
        old = product.price
        product.price = Decimal(prices[sku]).quantize(old, rounding=ROUND_HALF_UP)
        if product.price != old:
            changes.append((sku, old, product.price))
    Product.objects.bulk_update([products[sku] for sku, *_ in changes], ["price"])
    return changes
