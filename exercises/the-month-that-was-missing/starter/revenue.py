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
    return [{"month": row["month"].date(), "revenue": round(row["revenue"], 2)} for row in months]
