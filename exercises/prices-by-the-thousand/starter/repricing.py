from decimal import Decimal

from shop.models import Product


def reprice(prices):
    """Take new prices over, by SKU; return what has changed: (sku, old, new)."""
    changes = []
    for sku in sorted(prices):
        product = Product.objects.filter(sku=sku).first()
        if product is None:
            continue
        old, product.price = product.price, Decimal(prices[sku])
        product.save()
        product.refresh_from_db()
        if product.price != old:
            changes.append((sku, old, product.price))
    return changes
