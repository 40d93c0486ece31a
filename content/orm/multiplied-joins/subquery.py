from decimal import Decimal

from django.db.models import Count, F, OuterRef, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from shop.models import Customer, Item

# The items of one customer, grouped into one row, with one column.
total = (
    Item.objects.filter(order__customer=OuterRef("pk"))
    .values("order__customer")
    .annotate(total=Sum(F("quantity") * F("unit_price")))
    .values("total")
)
customers = Customer.objects.annotate(
    placed=Count("orders", distinct=True),
    spent=Coalesce(Subquery(total), Value(Decimal(0))),
    written=Count("reviews", distinct=True),
)
report = customers.in_bulk()
oskar = report[51]

print("orders:", oskar.placed)
print("spent:", round(oskar.spent, 2))
print("reviews:", oskar.written)
print("spent by all:", round(sum(each.spent for each in report.values()), 2))
