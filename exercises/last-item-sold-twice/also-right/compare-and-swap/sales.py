from django.db import transaction
from shop.models import Item, Product


class SoldOut(Exception):
    """There is nothing left of the product."""


def sell(order_id, product_id):
    with transaction.atomic():
        while True:
            product = Product.objects.get(pk=product_id)
            if product.stock < 1:
                raise SoldOut(product.sku)
            # Nobody changed it since it was read, or another look is due.
            same = Product.objects.filter(pk=product_id, stock=product.stock)
            if same.update(stock=product.stock - 1):
                break
        Item.objects.create(
            order_id=order_id, product=product, quantity=1, unit_price=product.price
        )
