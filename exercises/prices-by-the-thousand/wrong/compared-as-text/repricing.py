from decimal import ROUND_HALF_UP, Decimal

from shop.models import Product

CENT = Decimal("0.01")


def reprice(prices):
    """Take new prices over, by SKU; return what has changed: (sku, old, new)."""
    changed, changes = [], []
    for product in Product.objects.filter(sku__in=prices).order_by("sku"):
        new = Decimal(prices[product.sku]).quantize(CENT, ROUND_HALF_UP)
        if prices[product.sku] != product.price:
            changes.append((product.sku, product.price, new))
            product.price = new
            changed.append(product)
    Product.objects.bulk_update(changed, ["price"], batch_size=500)
    return changes
