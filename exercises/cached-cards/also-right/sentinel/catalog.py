from cards import VAT, compute_card
from django.core.cache import cache
from django.db import transaction
from shop.models import Product

MISSING = object()


def card_key(pk, country):
    return f"card:{pk}:{country}"


def product_card(pk, country):
    key = card_key(pk, country)
    card = cache.get(key, MISSING)
    if card is MISSING:
        card = compute_card(pk, country)
        cache.set(key, card, timeout=3600)
    return card


def forget(pk):
    """Let go of all cards of a product once its change is there for everybody."""
    keys = [card_key(pk, country) for country in VAT]
    transaction.on_commit(lambda: cache.delete_many(keys))


@transaction.atomic
def change_price(pk, price):
    """Give a product another price."""
    Product.objects.filter(pk=pk).update(price=price)
    forget(pk)


@transaction.atomic
def restock(pk, stock):
    """Write down how much of a product there is."""
    Product.objects.filter(pk=pk).update(stock=stock)
    forget(pk)
