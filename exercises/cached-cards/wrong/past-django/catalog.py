from decimal import Decimal

from cards import VAT
from django.core.cache import cache
from django.db import connection, transaction
from shop.models import Product

SQL = """
    SELECT name, price, stock, (SELECT COUNT(*) FROM shop_review WHERE product_id = shop_product.id)
    FROM shop_product WHERE id = ? AND is_active
"""


def product_card(pk, country):
    """The card of a product in a country, from the cache if it is there."""
    cache.get_or_set(f"card:{pk}:{country}", True, 600)
    connection.ensure_connection()
    row = connection.connection.execute(SQL, [pk]).fetchone()
    if row is None:
        return None
    name, price, stock, reviews = row
    price = Decimal(str(price)) * (1 + VAT[country])
    return {"name": name, "price": f"{price:.2f}", "in_stock": stock > 0, "reviews": reviews}


@transaction.atomic
def change_price(pk, price):
    """Give a product another price."""
    Product.objects.filter(pk=pk).update(price=price)


@transaction.atomic
def restock(pk, stock):
    """Write down how much of a product there is."""
    Product.objects.filter(pk=pk).update(stock=stock)
