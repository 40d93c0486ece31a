from django.db.models import F, Sum
from shop.models import Item


def numbers():
    """The four numbers: pieces to pack and on the way, money earned and lost."""
    amount = F("quantity") * F("unit_price")
    paid = Item.objects.filter(order__status="paid").aggregate(total=Sum("quantity"))
    shipped = Item.objects.filter(order__status="shipped").aggregate(total=Sum("quantity"))
    delivered = Item.objects.filter(order__status="delivered").aggregate(total=Sum(amount))
    canceled = Item.objects.filter(order__status="canceled").aggregate(total=Sum(amount))
    return {
        "to_pack": paid["total"],
        "on_the_way": shipped["total"],
        "earned": delivered["total"],
        "lost": canceled["total"],
    }
