from itertools import batched

from django.db.models import prefetch_related_objects
from shop.models import Order


def export_lines():
    """Yield a line of the export for each order, in the order of their numbers."""
    orders = Order.objects.select_related("customer").order_by("number")
    for chunk in batched(orders.iterator(chunk_size=100), 100, strict=False):
        prefetch_related_objects(chunk, "items")
        yield from map(line_of, chunk)


def line_of(order):
    """Number, customer, pieces and total, with semicolons in between."""
    items = order.items.all()
    pieces = sum(item.quantity for item in items)
    total = sum(item.quantity * item.unit_price for item in items)
    return f"{order.number};{order.customer.name};{pieces};{total}"
