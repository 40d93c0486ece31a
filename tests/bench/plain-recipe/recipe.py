"""An N+1 over 300 rows on an in-memory SQLite; its value is the number of queries."""

import os

import django
from django.conf import settings

# Pyodide has an event loop running, and Django refuses to query under one.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
settings.configure(
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    DEBUG=True,
    USE_TZ=False,
)
django.setup()

from django.db import connection, models, reset_queries  # noqa: E402


class Customer(models.Model):
    name = models.CharField(max_length=80)

    class Meta:
        app_label = "recipe"


class Order(models.Model):
    number = models.CharField(max_length=20)
    customer = models.ForeignKey(Customer, models.CASCADE)

    class Meta:
        app_label = "recipe"


with connection.schema_editor() as editor:
    editor.create_model(Customer)
    editor.create_model(Order)
Customer.objects.bulk_create(Customer(name=f"Customer {n}") for n in range(300))
Order.objects.bulk_create(
    Order(number=f"BR-{n:06}", customer=customer)
    for n, customer in enumerate(Customer.objects.all())
)
reset_queries()
for order in Order.objects.order_by("-pk")[:300]:
    print(order.number, order.customer.name)
len(connection.queries)
