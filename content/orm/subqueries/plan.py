from django.db.models import OuterRef, Subquery
from shop.models import Customer, Order

latest = Order.objects.filter(customer=OuterRef("pk")).order_by("-placed_at", "-pk")
two = Customer.objects.annotate(
    number=Subquery(latest.values("number")[:1]), status=Subquery(latest.values("status")[:1])
)
plan = two.explain()
print(plan)
print("searches for each row:", plan.count("CORRELATED SCALAR SUBQUERY"))
