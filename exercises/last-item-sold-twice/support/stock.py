from decimal import Decimal

from django.db import IntegrityError
from shop.models import Item, Order, Product

PRODUCT = 3


def leave(pieces):
    Item.objects.filter(product_id=PRODUCT).delete()
    Product.objects.filter(pk=PRODUCT).update(stock=pieces, price=Decimal("19.90"))


def one_left():
    leave(1)


def two_left():
    leave(2)


def state():
    items = Item.objects.filter(product_id=PRODUCT).order_by("order_id")
    return {
        "stock": Product.objects.get(pk=PRODUCT).stock,
        "items": [(item.order_id, item.quantity, item.unit_price) for item in items],
    }


def same_order_twice(**_):
    """The order has the product already, so that the item cannot be added a second time."""
    from sales import sell

    leave(5)
    order = Order.objects.order_by("pk").first()
    sell(order.pk, PRODUCT)
    try:
        sell(order.pk, PRODUCT)
    except IntegrityError:
        pass
    return state()["stock"]
