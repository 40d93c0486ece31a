from django.db import transaction
from django.db.models import F
from shop.models import Item, Product


class SoldOut(Exception):
    """There is nothing left of the product."""


def sell(order_id, product_id):
    """Put one piece of the product into the order, and take it out of stock."""
    with transaction.atomic():
        left = Product.objects.filter(pk=product_id, stock__gte=1)
        if not left.update(stock=F("stock") - 1):
            raise SoldOut(product_id)
        price = Product.objects.values_list("price", flat=True).get(pk=product_id)
        Item.objects.create(order_id=order_id, product_id=product_id, quantity=1, unit_price=price)
