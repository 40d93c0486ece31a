from django.db import transaction
from django.db.models import F
from shop.models import Item, Product


class SoldOut(Exception):
    """There is nothing left of the product."""


@transaction.atomic
def sell(order_id, product_id):
    if not Product.objects.filter(pk=product_id, stock=1).update(stock=F("stock") - 1):
        raise SoldOut(product_id)
    price = Product.objects.get(pk=product_id).price
    Item.objects.create(order_id=order_id, product_id=product_id, quantity=1, unit_price=price)
