from datetime import UTC, datetime

from shop.models import Order

june = datetime(2026, 6, 1, tzinfo=UTC)
orders = Order.objects.filter(placed_at__gte=june)

plan = orders.explain()
print(plan)
print("Found by a", "search" if "SEARCH" in plan else "scan")
