from datetime import date
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.db.models import F, Sum
from django.db.models.functions import ExtractMonth, ExtractYear
from shop.models import Item

# The office closes its months by this clock.
OFFICE = ZoneInfo("America/New_York")


def monthly_revenue(year):
    """A row for each month of the year: its first day, and what was ordered in it."""
    months = (
        Item.objects.annotate(
            year=ExtractYear("order__placed_at", tzinfo=OFFICE),
            month=ExtractMonth("order__placed_at", tzinfo=OFFICE),
        )
        .filter(year=year)
        .values("month")
        .annotate(revenue=Sum(F("quantity") * F("unit_price")))
    )
    found = {row["month"]: row["revenue"] for row in months}
    return [
        {
            "month": date(year, number, 1),
            "revenue": round(found.get(number, Decimal(0)), 2),
        }
        for number in range(1, 13)
    ]
