from datetime import UTC, datetime

from django.db.models import Q, Sum
from shop.models import Item

week = Item.objects.filter(
    order__placed_at__gte=datetime(2026, 5, 25, 12, tzinfo=UTC)
)

pieces = week.aggregate(
    paid=Sum("quantity", filter=Q(order__status="paid"), default=0),
    shipped=Sum("quantity", filter=Q(order__status="shipped"), default=0),
    delivered=Sum("quantity", filter=Q(order__status="delivered"), default=0),
    canceled=Sum("quantity", filter=Q(order__status="canceled"), default=0),
)

print("to pack:", pieces["paid"])
print("on the way:", pieces["shipped"])
print("delivered:", pieces["delivered"])
print("canceled:", pieces["canceled"])
