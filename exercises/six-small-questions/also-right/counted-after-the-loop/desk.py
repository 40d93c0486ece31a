"""What the support desk asks all day."""

from shop.models import Order


def has_drafts():
    """Whether any order is a draft."""
    return Order.objects.filter(status="draft").exists()


def how_many_paid():
    """The number on the button "Paid"."""
    return Order.objects.filter(status="paid").count()


def packing_list(status):
    """A line for each order of a status, the oldest first."""
    orders = Order.objects.filter(status=status).order_by("placed_at", "pk")
    if not orders:
        return ["Nothing to pack."]
    return [f"{order.number}: {order.note or 'no note'}" for order in orders]


def on_their_way():
    """All shipped orders, and how many there are."""
    orders = Order.objects.filter(status="shipped").order_by("number")
    numbers = [order.number for order in orders]
    # Free: the loop has filled the cache.
    return {"count": orders.count(), "numbers": numbers}


def newest(customer):
    """The number of a customer's newest order; None for who has not ordered."""
    try:
        return Order.objects.filter(customer=customer).latest("placed_at", "pk").number
    except Order.DoesNotExist:
        return None


def first_page(status):
    """The newest ten orders of a status, and how many there are in all."""
    orders = Order.objects.filter(status=status).order_by("-placed_at", "-pk")
    return {"total": orders.count(), "numbers": [order.number for order in orders[:10]]}
