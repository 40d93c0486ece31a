from decimal import Decimal
from zoneinfo import ZoneInfo

from django.core.exceptions import FieldError
from django.db.models import (
    Case,
    Count,
    F,
    OuterRef,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce, TruncMonth
from shop.models import Customer, Item, Order

customers, items = Customer.objects, Item.objects
orders = Order.objects

#: count
placed = customers.annotate(placed=Count("orders"))
list(placed.filter(placed__gte=3))

#: sum
price = F("quantity") * F("unit_price")
total = Sum(price, default=Decimal(0))
items.filter(order=1).aggregate(total=total)

#: two
asked = Count("orders", distinct=True)
said = Count("reviews", distinct=True)
list(customers.annotate(asked=asked, said=said))

zone = ZoneInfo("Europe/Lisbon")

#: months
month = TruncMonth("placed_at", tzinfo=zone)
months = orders.values(month=month)
counted = months.annotate(placed=Count("pk"))
list(counted.order_by("month"))

#: label
gold = When(placed__gte=8, then=Value("gold"))
silver = When(placed__gte=3, then=Value("silver"))
label = Case(gold, silver, default=Value("bronze"))
tiers = placed.annotate(label=label)
list(tiers.filter(label="gold"))

#: latest
theirs = orders.filter(customer=OuterRef("pk"))
latest = theirs.order_by("-placed_at", "-pk")
number = Subquery(latest.values("number")[:1])
list(customers.annotate(latest=number))

asked = Count("orders")
once = customers.aggregate(asked=asked)
both = customers.aggregate(asked=asked, said=Count("reviews"))
print("orders:", once["asked"])
print("orders beside reviews:", both["asked"])
try:
    items.aggregate(total=Coalesce(Sum(price), 0))
except FieldError as error:
    print("coalesce:", type(error).__name__)
