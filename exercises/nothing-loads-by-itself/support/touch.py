"""Touches relations that no card reads."""

from board import board_orders
from django.core.exceptions import FieldFetchBlocked
from django.db import connection
from django.test.utils import CaptureQueriesContext
from shop.models import Order


def beyond_the_card():
    """What came of each touch: "blocked", "loaded late", "loaded before", or the error."""
    # Asked by itself: the submission may leave out any column.
    full = Order.objects.filter(shipping_address__isnull=False, items__isnull=False)
    keys = set(full.values_list("pk", flat=True))
    order = next((order for order in board_orders() if order.pk in keys), None)
    if order is None:
        raise LookupError("none of the orders has an address and items")
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
