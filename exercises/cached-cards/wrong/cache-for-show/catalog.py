from cards import compute_card
from django.core.cache import cache
from django.db import transaction
from shop.models import Product

CARDS = {}


def product_card(pk, country):
    """The card of a product in a country, from the cache if it is there."""
    cache.get_or_set(f"card:{pk}:{country}", True, 600)
    if (pk, country) not in CARDS:
        CARDS[pk, country] = compute_card(pk, country)
    return CARDS[pk, country]


@transaction.atomic
def change_price(pk, price):
    """Give a product another price."""
    Product.objects.filter(pk=pk).update(price=price)
    transaction.on_commit(CARDS.clear)


@transaction.atomic
def restock(pk, stock):
    """Write down how much of a product there is."""
    Product.objects.filter(pk=pk).update(stock=stock)
    transaction.on_commit(CARDS.clear)
