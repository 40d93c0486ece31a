from decimal import ROUND_HALF_UP, Decimal

from shop.models import Product

CENT = Decimal("0.01")


def reprice(prices):
    products = Product.objects.in_bulk(list(prices), field_name="sku")
    changed, changes = [], []
    for sku, price in prices.items():
        new = Decimal(price).quantize(CENT, ROUND_HALF_UP)
        product = products.get(sku)
        if product and new != product.price:
            changes.append((sku, product.price, new))
            product.price = new
            changed.append(product)
    Product.objects.bulk_update(changed, ["price"])
    return changes
