from datetime import date
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.db.models import F, Sum
from django.db.models.functions import ExtractMonth
from django.utils import timezone
from shop.models import Item

# The office closes its months by this clock.
OFFICE = ZoneInfo("America/New_York")


def monthly_revenue(year):
    """A row for each month of the year: its first day, and what was ordered in it."""
    items = Item.objects.filter(order__placed_at__year=year)
    months = items.values(month=ExtractMonth("order__placed_at")).annotate(
        revenue=Sum(F("quantity") * F("unit_price"))
    )
    with timezone.override(OFFICE):
        found = dict(months.values_list("month", "revenue"))
    return [
        {"month": date(year, month, 1), "revenue": round(found.get(month, Decimal(0)), 2)}
        for month in range(1, 13)
    ]
