from datetime import date
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.db.models import DateField, F, Sum
from django.db.models.functions import TruncMonth
from shop.models import Item

# The office closes its months by this clock.
OFFICE = ZoneInfo("America/New_York")


def monthly_revenue(year):
    """A row for each month of the year: its first day, and what was ordered in it."""
    month = TruncMonth("order__placed_at", tzinfo=OFFICE, output_field=DateField())
    months = (
        Item.objects.annotate(month=month)
        .filter(month__gte=date(year, 1, 1), month__lte=date(year, 12, 1))
        .values_list("month")
        .annotate(revenue=Sum(F("quantity") * F("unit_price")))
    )
    revenue = {date(year, number, 1): Decimal("0.00") for number in range(1, 13)}
    revenue |= {month: round(total, 2) for month, total in months}
    return [{"month": month, "revenue": total} for month, total in revenue.items()]
