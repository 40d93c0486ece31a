from django.db.models import OuterRef, Subquery
from shop.models import Order

# The other way round: keep an order when it is the newest of its customer.
newest = Order.objects.filter(customer=OuterRef("customer")).order_by("-placed_at", "-pk")
orders = Order.objects.filter(pk=Subquery(newest.values("pk")[:1])).select_related("customer")

for order in orders.order_by("customer")[:5]:
    print(order.customer.name, order.number, order.status)
