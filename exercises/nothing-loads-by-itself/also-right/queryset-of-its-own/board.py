from django.db.models import FETCH_RAISE, Prefetch
from shop.models import Item, Order


def strict(model):
    """Rows of a model that load nothing later."""
    return model.objects.all().fetch_mode(FETCH_RAISE)


def board_orders():
    """The paid orders, those that wait longest first, with all that a card reads."""
    items = Prefetch("items", queryset=strict(Item).select_related("product"))
    orders = strict(Order).select_related("customer").prefetch_related(items)
    return list(orders.filter(status="paid").order_by("placed_at", "pk"))
