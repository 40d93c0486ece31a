from datetime import UTC, datetime

from django.db.models import Q, Sum
from shop.models import Item

week = Item.objects.filter(
    order__placed_at__gte=datetime(2026, 5, 25, 12, tzinfo=UTC)
)

# Each total says for itself which rows it takes.
pieces = week.aggregate(
    paid=Sum("quantity", filter=Q(order__status="paid")),
    shipped=Sum("quantity", filter=Q(order__status="shipped")),
    delivered=Sum("quantity", filter=Q(order__status="delivered")),
    canceled=Sum("quantity", filter=Q(order__status="canceled")),
)

print("to pack:", pieces["paid"])
print("on the way:", pieces["shipped"])
print("delivered:", pieces["delivered"])
print("canceled:", pieces["canceled"])
