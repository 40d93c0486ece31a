from django.db.models import Count, Q
from shop.models import Order

totals = Order.objects.aggregate(
    all=Count("pk"),
    paid=Count("pk", filter=Q(status="paid")),
    shipped=Count("pk", filter=Q(status="shipped")),
)

print(totals["all"], "orders")
print(totals["paid"], "to pack")
print(totals["shipped"], "on their way")
