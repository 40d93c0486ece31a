from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import F, Q, Sum
from shop.models import Item

# The office closes its months by this clock.
OFFICE = ZoneInfo("America/New_York")


def in_month(year, month):
    start = datetime(year, month, 1, tzinfo=OFFICE)
    end = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=OFFICE)
    return Q(order__placed_at__gte=start, order__placed_at__lt=end)


def monthly_revenue(year):
    """A row for each month of the year: its first day, and what was ordered in it."""
    money = F("quantity") * F("unit_price")
    totals = Item.objects.aggregate(
        **{
            str(month): Sum(money, filter=in_month(year, month), default=0)
            for month in range(1, 13)
        }
    )
    return [
        {"month": date(year, int(month), 1), "revenue": round(total, 2)}
        for month, total in totals.items()
    ]
