from decimal import ROUND_HALF_UP, Decimal

from shop.models import Category, Product

CENT = Decimal("0.01")


def reprice(prices):
    shelf = Category.objects.get(slug="storage")
    old = dict(Product.objects.filter(sku__in=prices).values_list("sku", "price"))
    changed, changes = [], []
    for sku in sorted(prices):
        new = Decimal(prices[sku]).quantize(CENT, ROUND_HALF_UP)
        if new != old.get(sku):
            changes.append((sku, old.get(sku), new))
            changed.append(Product(sku=sku, price=new, name=sku, category=shelf))
    Product.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["sku"], update_fields=["price"]
    )
    return changes
