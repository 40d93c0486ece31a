from shop.models import Order


def board_orders():
    """The paid orders, those that wait longest first, with all that a card reads."""
    return Order.objects.filter(status="paid").order_by("placed_at", "pk")
