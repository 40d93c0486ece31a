"""Touches relations that no card reads."""

from board import board_orders
from django.core.exceptions import FieldFetchBlocked
from django.db import connection
from django.test.utils import CaptureQueriesContext


def beyond_the_card():
    """What came of each touch: "blocked", "loaded late", "loaded before", or the error."""
    orders = [order for order in board_orders() if order.shipping_address_id]
    order = next(order for order in orders if len(order.items.all()))
    item = list(order.items.all())[0]
    return {
        "order.shipping_address": _touch(order, "shipping_address"),
        "order.customer.user": _touch(order.customer, "user"),
        "item.product.category": _touch(item.product, "category"),
    }


def _touch(instance, name):
    with CaptureQueriesContext(connection) as queries:
        try:
            getattr(instance, name)
        except FieldFetchBlocked:
            return "blocked"
        except Exception as error:
            return f"{type(error).__name__}: {error}"
    return "loaded late" if len(queries) else "loaded before"
