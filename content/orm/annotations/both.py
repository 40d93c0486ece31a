from django.db.models import Count, Q
from shop.models import Customer

customers = Customer.objects.annotate(
    placed=Count("orders"),
    canceled=Count("orders", filter=Q(orders__status="canceled")),
)
customers.filter(canceled__gte=1).order_by("pk").values(
    "name", "placed", "canceled"
)[:4]
