from uuid import uuid4

from cards import compute_card
from django.core.cache import cache
from django.db import transaction
from shop.models import Product


def product_card(pk, country):
    """The key holds a mark that each change makes anew; old cards end by themselves."""
    mark = cache.get_or_set(f"card-mark:{pk}", lambda: uuid4().hex, 3600)
    return cache.get_or_set(f"card:{pk}:{country}:{mark}", lambda: compute_card(pk, country), 3600)


def forget(pk):
    transaction.on_commit(lambda: cache.set(f"card-mark:{pk}", uuid4().hex, 3600))


@transaction.atomic
def change_price(pk, price):
    Product.objects.filter(pk=pk).update(price=price)
    forget(pk)


@transaction.atomic
def restock(pk, stock):
    Product.objects.filter(pk=pk).update(stock=stock)
    forget(pk)
