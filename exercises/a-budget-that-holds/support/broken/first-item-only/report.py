from django.db.models import Prefetch
from shop.models import Item, Order


def order_report():
    """One row for each order, newest first: its number, its customer's name and what was bought.

    At most 3 queries, however many orders there are. Orders without items are in there too.
    """
    items = Item.objects.select_related("product").order_by("pk")[:1]
    bought = Prefetch("items", items, to_attr="bought")
    orders = Order.objects.select_related("customer").prefetch_related(bought)
    return [
        {
            "order": order.number,
            "customer": order.customer.name,
            "items": sorted(item.product.name for item in order.bought),
        }
        for order in orders.order_by("-placed_at")
    ]
