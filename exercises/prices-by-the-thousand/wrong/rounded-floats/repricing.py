from shop.models import Product


def reprice(prices):
    """Take new prices over, by SKU; return what has changed: (sku, old, new)."""
    changed, changes = [], []
    for product in Product.objects.filter(sku__in=prices).order_by("sku"):
        new = round(float(prices[product.sku]), 2)
        if new != product.price:
            changes.append((product.sku, product.price, new))
            product.price = new
            changed.append(product)
    Product.objects.bulk_update(changed, ["price"], batch_size=500)
    return changes
