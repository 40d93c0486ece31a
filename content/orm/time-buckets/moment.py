from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from shop.models import Order

march = datetime(2026, 3, 1, tzinfo=UTC)
order = Order.objects.filter(placed_at__gte=march).earliest("placed_at")

print("stored:", order.placed_at)
print("in New York:", order.placed_at.astimezone(ZoneInfo("America/New_York")))
