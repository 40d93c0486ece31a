"""Orders around the midnights between two months, by the clock of the office."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from revenue import monthly_revenue
from shop.models import Customer, Item, Order, Product

OFFICE = ZoneInfo("America/New_York")
MINUTE = timedelta(minutes=1)
# How long before and after the midnight of the office. UTC is five hours ahead, in summer four.
SHIFTS = (-330, -270, -30, -1, 0, 30, 270, 330)


def sold(moments):
    """Only orders at these moments are left: the first costs 1, the second 2, the third 4."""
    customer, product = Customer.objects.first(), Product.objects.first()
    Order.objects.all().delete()
    for number, moment in enumerate(moments):
        order = Order.objects.create(
            number=f"T-{number}", customer=customer, placed_at=moment.astimezone(UTC)
        )
        Item.objects.create(order=order, product=product, quantity=1, unit_price=Decimal(2**number))


def turn_of(year, month):
    midnight = datetime(year, month, 1, tzinfo=OFFICE).astimezone(UTC)
    return [midnight + shift * MINUTE for shift in SHIFTS]


def winter():
    """Revenue with orders around the beginning of February."""
    sold(turn_of(2026, 2))
    return monthly_revenue(2026)


def summer():
    """Revenue with orders around the beginning of July."""
    sold(turn_of(2026, 7))
    return monthly_revenue(2026)


def new_year():
    """Revenue of both years with orders around the beginning of 2026."""
    sold(turn_of(2026, 1))
    return {year: monthly_revenue(year) for year in (2025, 2026)}


def nothing():
    """Revenue of a year without orders."""
    return monthly_revenue(2019)
