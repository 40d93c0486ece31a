from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import F, Sum
from shop.models import Item

# The office closes its months by this clock.
OFFICE = ZoneInfo("America/New_York")


def monthly_revenue(year):
    """A row for each month of the year: its first day, and what was ordered in it."""
    rows = []
    for month in range(1, 13):
        end = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=OFFICE)
        items = Item.objects.filter(
            order__placed_at__gte=datetime(year, month, 1, tzinfo=OFFICE), order__placed_at__lt=end
        )
        money = Sum(F("quantity") * F("unit_price"), default=0)
        revenue = round(items.aggregate(revenue=money)["revenue"], 2)
        rows.append({"month": date(year, month, 1), "revenue": revenue})
    return rows
