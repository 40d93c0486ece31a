from decimal import Decimal

from django.db.models import F, Q, Sum, Value
from django.db.models.functions import Coalesce
from shop.models import Order

MONEY = F("items__quantity") * F("items__unit_price")


def pieces(status):
    return Coalesce(Sum("items__quantity", filter=Q(status=status)), 0)


def money(status):
    return Coalesce(Sum(MONEY, filter=Q(status=status)), Value(Decimal(0)))


def numbers():
    """The four numbers: pieces to pack and on the way, money earned and lost."""
    return Order.objects.aggregate(
        to_pack=pieces("paid"),
        on_the_way=pieces("shipped"),
        earned=money("delivered"),
        lost=money("canceled"),
    )
