from decimal import Decimal

from django.db.models import Case, F, Sum, When
from shop.models import Item


def total(status, amount, nothing):
    return Sum(Case(When(order__status=status, then=amount)), default=nothing)


def numbers():
    """The four numbers: pieces to pack and on the way, money earned and lost."""
    money = F("quantity") * F("unit_price")
    return Item.objects.aggregate(
        to_pack=total("paid", F("quantity"), 0),
        on_the_way=total("shipped", F("quantity"), 0),
        earned=total("delivered", money, Decimal(0)),
        lost=total("canceled", money, Decimal(0)),
    )
