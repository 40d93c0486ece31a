from django.db.models import Count
from shop.models import Order

# values() last: one row for each order still, with two of its columns.
Order.objects.annotate(lines=Count("items")).values("status", "lines").order_by(
    "pk"
)[:5]
