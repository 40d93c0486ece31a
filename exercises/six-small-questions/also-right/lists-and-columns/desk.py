"""What the support desk asks all day."""

from shop.models import Order


def has_drafts():
    """Whether any order is a draft."""
    return Order.objects.filter(status="draft").first() is not None


def how_many_paid():
    """The number on the button "Paid"."""
    return Order.objects.filter(status="paid").count()


def packing_list(status):
    """A line for each order of a status, the oldest first."""
    orders = Order.objects.filter(status=status).order_by("placed_at", "pk")
    lines = [f"{order.number}: {order.note or 'no note'}" for order in orders]
    return lines or ["Nothing to pack."]


def on_their_way():
    """All shipped orders, and how many there are."""
    shipped = Order.objects.filter(status="shipped").order_by("number")
    numbers = list(shipped.values_list("number", flat=True))
    return {"count": len(numbers), "numbers": numbers}


def newest(customer):
    """The number of a customer's newest order; None for who has not ordered."""
    orders = Order.objects.filter(customer=customer).order_by("-placed_at", "-pk")
    return orders.values_list("number", flat=True).first()


def first_page(status):
    """The newest ten orders of a status, and how many there are in all."""
    orders = Order.objects.filter(status=status).order_by("-placed_at", "-pk")
    page = list(orders.values_list("number", flat=True)[:10])
    return {"total": orders.count(), "numbers": page}
