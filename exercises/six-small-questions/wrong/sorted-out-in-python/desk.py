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
    every = Order.objects.order_by("placed_at", "pk")
    orders = [order for order in every if order.status == status]
    if not orders:
        return ["Nothing to pack."]
    return [f"{order.number}: {order.note or 'no note'}" for order in orders]


def on_their_way():
    """All shipped orders, and how many there are."""
    every = Order.objects.order_by("number")
    orders = [order for order in every if order.status == "shipped"]
    return {"count": len(orders), "numbers": [order.number for order in orders]}


def newest(customer):
    """The number of a customer's newest order; None for who has not ordered."""
    order = Order.objects.filter(customer=customer).order_by("-placed_at", "-pk").first()
    return None if order is None else order.number


def first_page(status):
    """The newest ten orders of a status, and how many there are in all."""
    orders = Order.objects.filter(status=status).order_by("-placed_at", "-pk")
    return {"total": orders.count(), "numbers": [order.number for order in orders[:10]]}
