from django.db.models import Count
from django.db.models.functions import TruncMonth
from shop.models import Order

months = (
    Order.objects.filter(placed_at__year=2026)
    .annotate(month=TruncMonth("placed_at"))
    .values("month")
    .annotate(orders=Count("pk"))
    .order_by("month")
)
for row in months:
    print(f"{row['month']:%B}: {row['orders']}")
