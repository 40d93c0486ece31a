from django.db.models import OuterRef, Subquery
from shop.models import Customer, Order

# Of the orders of this row's customer: the newest, and by the key when two are as new.
latest = Order.objects.filter(customer=OuterRef("pk")).order_by("-placed_at", "-pk")

customers = Customer.objects.annotate(
    number=Subquery(latest.values("number")[:1]),
    status=Subquery(latest.values("status")[:1]),
).order_by("name")
for customer in customers[:8]:
    print(customer.name, customer.number, customer.status)
