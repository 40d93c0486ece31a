"""The orders as the support desk sees them."""

from shop.models import Order


class DeskOrder(Order):
    """An order; each list says its own order."""

    class Meta:
        proxy = True
        app_label = "shop"


def statuses():
    """The choices of the filter: each status that an order has, in alphabetical order."""
    return sorted(set(DeskOrder.objects.values_list("status", flat=True)))


def latest():
    """The numbers of the ten newest orders, the newest first."""
    newest = DeskOrder.objects.order_by("-placed_at", "-pk")
    return list(newest.values_list("number", flat=True)[:10])


def who_waits():
    """The customer of each paid order, by its number. Nobody reads it in any order."""
    paid = DeskOrder.objects.filter(status="paid")
    return dict(paid.values_list("number", "customer__name"))
