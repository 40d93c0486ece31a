from datetime import UTC, datetime

from django.db.models import Sum
from shop.models import Item

# The data of this shop ends on June 1, 2026: these are its last seven days.
week = Item.objects.filter(
    order__placed_at__gte=datetime(2026, 5, 25, 12, tzinfo=UTC)
)

paid = week.filter(order__status="paid").aggregate(pieces=Sum("quantity"))
shipped = week.filter(order__status="shipped").aggregate(pieces=Sum("quantity"))
delivered = week.filter(order__status="delivered").aggregate(
    pieces=Sum("quantity")
)
canceled = week.filter(order__status="canceled").aggregate(
    pieces=Sum("quantity")
)

print("to pack:", paid["pieces"])
print("on the way:", shipped["pieces"])
print("delivered:", delivered["pieces"])
print("canceled:", canceled["pieces"])
