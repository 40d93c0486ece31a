from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Case, DecimalField, Value, When
from shop.models import Product

CENT = Decimal("0.01")


def reprice(prices):
    known = Product.objects.filter(sku__in=prices).order_by("sku").values_list("sku", "price")
    new = {sku: Decimal(price).quantize(CENT, ROUND_HALF_UP) for sku, price in prices.items()}
    changes = [(sku, old, new[sku]) for sku, old in known if new[sku] != old]
    for start in range(0, len(changes), 200):
        some = changes[start : start + 200]
        Product.objects.filter(sku__in=[sku for sku, *_ in some]).update(
            price=Case(
                *[When(sku=sku, then=Value(price)) for sku, _, price in some],
                output_field=DecimalField(max_digits=10, decimal_places=2),
            )
        )
    return changes
