from django.db.models import Count, Q
from shop.models import Customer

customers = Customer.objects.annotate(
    placed=Count("orders"),
    canceled=Count("orders", filter=Q(orders__status="canceled")),
)
# Nothing was sent yet: a queryset can be ordered, filtered and sliced.
customers.order_by("-placed", "name").values("name", "placed", "canceled")[:5]
