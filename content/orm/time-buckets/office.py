from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import Count
from django.db.models.functions import TruncMonth
from shop.models import Order

NEW_YORK = ZoneInfo("America/New_York")

months = (
    Order.objects.filter(placed_at__gte=datetime(2026, 1, 1, tzinfo=NEW_YORK))
    .annotate(month=TruncMonth("placed_at", tzinfo=NEW_YORK))
    .values("month")
    .annotate(orders=Count("pk"))
    .order_by("month")
)
for row in months:
    print(f"{row['month']:%B}: {row['orders']}")
