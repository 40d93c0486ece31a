from django.db.models import Count
from shop.models import Order

# values() first: one row for each status.
Order.objects.values("status").annotate(orders=Count("pk")).order_by("status")
