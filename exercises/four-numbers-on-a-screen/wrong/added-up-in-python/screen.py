from decimal import Decimal

from shop.models import Item


def numbers():
    """The four numbers: pieces to pack and on the way, money earned and lost."""
    totals = {"to_pack": 0, "on_the_way": 0, "earned": Decimal(0), "lost": Decimal(0)}
    for item in Item.objects.select_related("order"):
        match item.order.status:
            case "paid":
                totals["to_pack"] += item.quantity
            case "shipped":
                totals["on_the_way"] += item.quantity
            case "delivered":
                totals["earned"] += item.subtotal
            case "canceled":
                totals["lost"] += item.subtotal
    return totals
