from decimal import Decimal

from django.db.models import F, Sum
from shop.models import Item


def numbers():
    """The four numbers: pieces to pack and on the way, money earned and lost."""
    groups = Item.objects.values("order__status").annotate(
        pieces=Sum("quantity"), money=Sum(F("quantity") * F("unit_price"))
    )
    by_status = {group["order__status"]: group for group in groups}
    nothing = {"pieces": 0, "money": Decimal(0)}
    return {
        "to_pack": by_status.get("paid", nothing)["pieces"],
        "on_the_way": by_status.get("shipped", nothing)["pieces"],
        "earned": by_status.get("delivered", nothing)["money"],
        "lost": by_status.get("canceled", nothing)["money"],
    }
