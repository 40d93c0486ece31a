from cards import compute_card
from django.core.cache import cache
from django.db import transaction
from shop.models import Product


def product_card(pk, country):
    """The card of a product in a country, from the cache if it is there."""
    card = cache.get(pk)
    if card is None:
        card = compute_card(pk, country)
        cache.set(pk, card)
    return card


@transaction.atomic
def change_price(pk, price):
    """Give a product another price."""
    Product.objects.filter(pk=pk).update(price=price)


@transaction.atomic
def restock(pk, stock):
    """Write down how much of a product there is."""
    Product.objects.filter(pk=pk).update(stock=stock)
    cache.delete(pk)
