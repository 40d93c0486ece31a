# fails: TypeError
from datetime import UTC, datetime

from django.db.models import Q, Sum
from shop.models import Item

week = Item.objects.filter(
    order__placed_at__gte=datetime(2026, 5, 25, 12, tzinfo=UTC)
)
pieces = week.aggregate(
    sold=Sum("quantity"),
    canceled=Sum("quantity", filter=Q(order__status="canceled")),
)
print(f"canceled: {pieces['canceled'] / pieces['sold']:.0%}")
