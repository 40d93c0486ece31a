from django.db.models import Count
from django.db.models.functions import TruncMonth
from shop.models import Order

months = Order.objects.values(month=TruncMonth("placed_at"))

for row in months.annotate(number=Count("pk")).order_by("month"):
    print(f"{row['month']:%Y-%m}", row["number"])
