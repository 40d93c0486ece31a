from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models.functions import ExtractYear
from shop.models import Order

NEW_YORK = ZoneInfo("America/New_York")

# New Year's Eve in the office, eight in the evening.
evening = datetime(2025, 12, 31, 20, tzinfo=NEW_YORK)
Order.objects.filter(pk=1).update(placed_at=evening)

orders = Order.objects.annotate(year=ExtractYear("placed_at", tzinfo=NEW_YORK))
print("its year:", orders.get(pk=1).year)
print("found in 2025:", orders.filter(pk=1, year=2025).exists())
print("found in 2026:", orders.filter(pk=1, year=2026).exists())
