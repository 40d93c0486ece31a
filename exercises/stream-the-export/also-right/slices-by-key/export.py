from shop.models import Order

SIZE = 120


def export_lines():
    """Yield a line of the export for each order, in the order of their numbers."""
    orders = Order.objects.select_related("customer").prefetch_related("items").order_by("number")
    last = ""
    while chunk := list(orders.filter(number__gt=last)[:SIZE]):
        for order in chunk:
            yield line_of(order)
        last = chunk[-1].number


def line_of(order):
    """Number, customer, pieces and total, with semicolons in between."""
    items = order.items.all()
    pieces = sum(item.quantity for item in items)
    total = sum(item.quantity * item.unit_price for item in items)
    return f"{order.number};{order.customer.name};{pieces};{total}"
