from decimal import ROUND_HALF_UP, Decimal

from shop.models import Product

CENT = Decimal("0.01")


def reprice(prices):
    """Take new prices over, by SKU; return what has changed: (sku, old, new)."""
    changed, changes = [], []
    for product in Product.objects.filter(sku__in=prices).order_by("sku"):
        new = Decimal(prices[product.sku]).quantize(CENT, ROUND_HALF_UP)
        if new != product.price:
            changes.append((product.sku, product.price, new))
            product.price = new
            changed.append(product)
    for product in changed:
        Product.objects.filter(pk=product.pk).update(price=product.price)
    return changes
