"""Days on which there is nothing to show."""

from screen import numbers
from shop.models import Item, Order


def quiet():
    """The numbers when nothing was canceled."""
    Order.objects.filter(status=Order.Status.CANCELED).delete()
    return numbers()


def first():
    """The numbers when nothing was sold yet."""
    Item.objects.all().delete()
    return numbers()
