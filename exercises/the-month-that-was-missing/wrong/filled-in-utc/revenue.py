from datetime import date
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.db.models import F, Sum
from django.db.models.functions import TruncMonth
from shop.models import Item

# The office closes its months by this clock.
OFFICE = ZoneInfo("America/New_York")


def monthly_revenue(year):
    """A row for each month of the year: its first day, and what was ordered in it."""
    months = (
        Item.objects.filter(order__placed_at__year=year)
        .annotate(month=TruncMonth("order__placed_at"))
        .values("month")
        .annotate(revenue=Sum(F("quantity") * F("unit_price")))
        .order_by("month")
    )
    found = {row["month"].month: row["revenue"] for row in months}
    return [
        {"month": date(year, number, 1), "revenue": round(found.get(number, Decimal(0)), 2)}
        for number in range(1, 13)
    ]
