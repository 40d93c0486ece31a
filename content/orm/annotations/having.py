from django.db.models import Count
from shop.models import Customer

regulars = Customer.objects.annotate(placed=Count("orders")).filter(
    placed__gte=8
)

regulars.order_by("-placed", "name").values("name", "placed")
