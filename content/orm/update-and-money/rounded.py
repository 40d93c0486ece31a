from decimal import Decimal

from django.db import connection
from django.db.models import F
from django.db.models.functions import Round
from shop.models import Product

NINE_TENTHS = Decimal("0.9")
teapot = Product.objects.order_by("pk").first()


def tell(words):
    teapot.refresh_from_db()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT price FROM shop_product WHERE id = %s", [teapot.pk]
        )
        (stored,) = cursor.fetchone()
    found = Product.objects.filter(pk=teapot.pk, price=teapot.price).exists()
    print(f"{words}: stored {stored}, found by {teapot.price}: {found}")


teapots = Product.objects.filter(pk=teapot.pk)
for words, price in {
    "Decimal": F("price") * NINE_TENTHS,
    "Decimal in Python": Decimal("19.99") * NINE_TENTHS,
    "rounded": Round(F("price") * NINE_TENTHS, 2),
}.items():
    teapots.update(price="19.99")
    teapots.update(price=price)
    tell(words)
