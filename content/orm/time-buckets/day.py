from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from shop.models import Order

midnight = datetime(2026, 3, 8, tzinfo=ZoneInfo("America/New_York"))
tomorrow = midnight + timedelta(days=1)
later = midnight.astimezone(UTC) + timedelta(hours=24)

# On Monday, half an hour after midnight, somebody orders.
Order.objects.filter(pk=1).update(placed_at=tomorrow + timedelta(minutes=30))

sunday = Order.objects.filter(placed_at__gte=midnight)
print("up to the next midnight:", sunday.filter(placed_at__lt=tomorrow).count())
print("up to 24 hours later:", sunday.filter(placed_at__lt=later).count())
