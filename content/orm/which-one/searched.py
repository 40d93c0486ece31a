from datetime import UTC, datetime

from django.db import connection, models
from shop.models import Order

index = models.Index(fields=["placed_at"], name="order_placed_at")
with connection.schema_editor() as editor:
    editor.add_index(Order, index)

june = datetime(2026, 6, 1, tzinfo=UTC)
orders = Order.objects.filter(placed_at__gte=june)

plan = orders.explain()
print(plan)
print("Found by a", "search" if "SEARCH" in plan else "scan")
