"""The database of the check, and what happens to an order between two requests."""

from django.db import connection
from shop.models import Order, Product


def unordered():
    """Rows that nobody put in an order come backwards: no table promises one."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA reverse_unordered_selects = ON")
    return {}


def change():
    order = Order.objects.order_by("pk").first()
    product = Product.objects.exclude(items__order=order).order_by("pk").first()
    order.items.create(product=product, quantity=11, unit_price=product.price)
    order.customer.name = "A new name"
    order.customer.save()
