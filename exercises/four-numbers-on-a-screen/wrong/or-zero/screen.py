from django.db.models import F, Q, Sum
from shop.models import Item


def numbers():
    """The four numbers: pieces to pack and on the way, money earned and lost."""
    amount = F("quantity") * F("unit_price")
    totals = Item.objects.aggregate(
        to_pack=Sum("quantity", filter=Q(order__status="paid")),
        on_the_way=Sum("quantity", filter=Q(order__status="shipped")),
        earned=Sum(amount, filter=Q(order__status="delivered")),
        lost=Sum(amount, filter=Q(order__status="canceled")),
    )
    return {name: total or 0 for name, total in totals.items()}
