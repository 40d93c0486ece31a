from django.db.models import F, Q, Sum
from shop.models import Item

AMOUNT = F("quantity") * F("unit_price")
NUMBERS = Item.objects.aggregate(
    to_pack=Sum("quantity", filter=Q(order__status="paid"), default=0),
    on_the_way=Sum("quantity", filter=Q(order__status="shipped"), default=0),
    earned=Sum(AMOUNT, filter=Q(order__status="delivered"), default=0),
    lost=Sum(AMOUNT, filter=Q(order__status="canceled"), default=0),
)


def numbers():
    """The four numbers: pieces to pack and on the way, money earned and lost."""
    return NUMBERS
