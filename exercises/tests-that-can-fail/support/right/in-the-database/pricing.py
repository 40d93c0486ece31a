from decimal import Decimal

from django.db import transaction
from django.db.models import DecimalField, F, Sum
from shop.models import Item, Product

SHIPPING = Decimal("4.90")


class OutOfStock(Exception):
    pass


def total(order, percent=0):
    line = F("quantity") * F("unit_price")
    money = DecimalField(max_digits=12, decimal_places=2)
    found = order.items.aggregate(amount=Sum(line, output_field=money))
    cents = int((found["amount"] or 0) * 100)
    if cents >= 5000:
        # Whole cents, so that half of one is exact.
        cents -= int((Decimal(cents) * percent + 50) // 100)
    rest = Decimal(cents).scaleb(-2)
    return rest + (SHIPPING if cents < 10000 else 0)


@transaction.atomic
def add_item(order, product, quantity):
    item = Item(order=order, product=product, quantity=quantity, unit_price=product.price)
    item.save()
    enough = Product.objects.filter(pk=product.pk, stock__gte=quantity)
    if not enough.update(stock=F("stock") - quantity):
        raise OutOfStock(f"only {product.stock} of {product.name}")
    product.refresh_from_db(fields=["stock"])
    return item
