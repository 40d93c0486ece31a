from cards import VAT, compute_card
from django.core.cache import cache
from django.db import transaction
from shop.models import Product


def product_card(pk, country):
    """All countries of a product are one entry: one delete is enough."""
    cards = cache.get_or_set(f"cards:{pk}", lambda: {c: compute_card(pk, c) for c in VAT}, 600)
    return cards[country]


def change_price(pk, price):
    with transaction.atomic():
        Product.objects.filter(pk=pk).update(price=price)
        transaction.on_commit(lambda: cache.delete(f"cards:{pk}"))


def restock(pk, stock):
    with transaction.atomic():
        product = Product.objects.select_for_update().get(pk=pk)
        product.stock = stock
        product.save(update_fields=["stock"])
        transaction.on_commit(lambda: cache.delete(f"cards:{pk}"))
