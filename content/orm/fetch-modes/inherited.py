from django.db import models
from shop.models import Customer, Order

orders = Order.objects.fetch_mode(models.FETCH_RAISE)


def show(label, lookup):
    customer = orders.prefetch_related(lookup)[0].customer
    print(f"{label}: {type(customer._state.fetch_mode).__name__}")


show("By its name", "customer")
show("With a queryset", models.Prefetch("customer", Customer.objects.all()))
