from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import Count
from django.db.models.functions import TruncMonth
from shop.models import Item

NEW_YORK = ZoneInfo("America/New_York")
bags = Item.objects.filter(
    product__category__slug="bags",
    order__status="canceled",
    order__placed_at__gte=datetime(2026, 1, 1, tzinfo=NEW_YORK),
)
months = bags.annotate(
    month=TruncMonth("order__placed_at", tzinfo=NEW_YORK)
).values("month")

for row in months.annotate(lines=Count("pk")).order_by("month"):
    print(f"{row['month']:%B}: {row['lines']}")
