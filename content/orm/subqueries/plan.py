from django.db.models import OuterRef, Subquery
from shop.models import Customer, Order

theirs = Order.objects.filter(customer=OuterRef("pk"))
latest = theirs.order_by("-placed_at", "-pk")

customers = Customer.objects.annotate(
    number=Subquery(latest.values("number")[:1]),
    status=Subquery(latest.values("status")[:1]),
)
plan = customers.explain()
print(plan)
print("searches for each row:", plan.count("CORRELATED SCALAR SUBQUERY"))
