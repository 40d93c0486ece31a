from django.db.models import Count
from django.db.models.functions import TruncMonth
from shop.models import Order

months = Order.objects.annotate(month=TruncMonth("placed_at")).values("month")
counted = months.annotate(orders=Count("pk"))

print("by month:", len(counted.order_by("month")), "rows")
print("by placed_at:", len(counted.order_by("placed_at")), "rows")
