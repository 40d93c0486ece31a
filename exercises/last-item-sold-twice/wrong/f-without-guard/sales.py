from django.db import transaction
from django.db.models import F
from shop.models import Item, Product


class SoldOut(Exception):
    """There is nothing left of the product."""


@transaction.atomic
def sell(order_id, product_id):
    product = Product.objects.get(pk=product_id)
    if product.stock < 1:
        raise SoldOut(product.sku)
    Product.objects.filter(pk=product_id).update(stock=F("stock") - 1)
    Item.objects.create(order_id=order_id, product=product, quantity=1, unit_price=product.price)
