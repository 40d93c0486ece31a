from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from shop.models import Item

# The office closes its months by this clock.
OFFICE = ZoneInfo("America/New_York")


def monthly_revenue(year):
    """A row for each month of the year: its first day, and what was ordered in it."""
    revenue = {date(year, number, 1): Decimal("0.00") for number in range(1, 13)}
    items = Item.objects.filter(
        order__placed_at__gte=datetime(year, 1, 1, tzinfo=OFFICE),
        order__placed_at__lt=datetime(year + 1, 1, 1, tzinfo=OFFICE),
    )
    for item in items.select_related("order"):
        placed = item.order.placed_at.astimezone(OFFICE)
        revenue[date(year, placed.month, 1)] += item.subtotal
    return [{"month": month, "revenue": total} for month, total in revenue.items()]
