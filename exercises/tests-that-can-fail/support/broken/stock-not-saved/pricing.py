from decimal import ROUND_HALF_UP, Decimal

from django.db import transaction
from shop.models import Item

DISCOUNT_FROM = Decimal("50.00")
FREE_SHIPPING_FROM = Decimal("100.00")
SHIPPING = Decimal("4.90")
CENT = Decimal("0.01")


class OutOfStock(Exception):
    """There are not enough pieces."""


def total(order, percent=0):
    """What the customer pays.

    - The sum of quantity times unit price, of all items.
    - From a sum of 50.00 on, `percent` of it is taken off; the discount is rounded to cents, half a cent up.
    - Shipping is 4.90, and free when what is left is 100.00 or more.
    """
    amount = sum((item.quantity * item.unit_price for item in order.items.all()), Decimal("0.00"))
    if amount >= DISCOUNT_FROM:
        amount -= (amount * percent / 100).quantize(CENT, ROUND_HALF_UP)
    return amount if amount >= FREE_SHIPPING_FROM else amount + SHIPPING


def add_item(order, product, quantity):
    """Add an item at the product's price of today, and take it from the stock.

    Raises OutOfStock when there are not enough pieces; then nothing changes.
    """
    with transaction.atomic():
        if product.stock < quantity:
            raise OutOfStock(product.name)
        product.stock -= quantity
        return Item.objects.create(
            order=order, product=product, quantity=quantity, unit_price=product.price
        )
