from django.db import IntegrityError, transaction
from django.db.models import F
from shop.models import Item, Product


class SoldOut(Exception):
    """There is nothing left of the product."""


@transaction.atomic
def sell(order_id, product_id):
    product = Product.objects.get(pk=product_id)
    try:
        with transaction.atomic():
            # A PositiveIntegerField has a CHECK of its own.
            Product.objects.filter(pk=product_id).update(stock=F("stock") - 1)
    except IntegrityError:
        raise SoldOut(product.sku) from None
    Item.objects.create(order_id=order_id, product=product, quantity=1, unit_price=product.price)
