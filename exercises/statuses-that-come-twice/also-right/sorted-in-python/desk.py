"""The orders as the support desk sees them."""

from shop.models import Order


class DeskOrder(Order):
    """An order; the newest come first."""

    class Meta:
        proxy = True
        app_label = "shop"
        ordering = ["-placed_at", "-pk"]


def statuses():
    """The choices of the filter: each status that an order has, in alphabetical order."""
    return sorted(DeskOrder.objects.order_by().values_list("status", flat=True).distinct())


def latest():
    """The numbers of the ten newest orders, the newest first."""
    return list(DeskOrder.objects.values_list("number", flat=True)[:10])


def who_waits():
    """The customer of each paid order, by its number. Nobody reads it in any order."""
    paid = DeskOrder.objects.filter(status="paid").order_by()
    return dict(paid.values_list("number", "customer__name"))
