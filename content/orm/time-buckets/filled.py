from datetime import date, datetime
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
found = {
    row["month"].date(): row["lines"]
    for row in months.annotate(lines=Count("pk"))
}

for number in range(1, 6):
    month = date(2026, number, 1)
    print(f"{month:%B}: {found.get(month, 0)}")
