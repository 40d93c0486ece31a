from django.db.models import OuterRef, Subquery
from shop.models import Order

# The other way round: keep an order when it is its customer's newest.
theirs = Order.objects.filter(customer=OuterRef("customer"))
newest = theirs.order_by("-placed_at", "-pk").values("pk")[:1]

orders = Order.objects.filter(pk=Subquery(newest)).select_related("customer")
for order in orders.order_by("customer")[:5]:
    print(order.customer.name, order.number, order.status)
