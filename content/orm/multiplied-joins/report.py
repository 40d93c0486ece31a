from django.db.models import Count, F, Sum
from shop.models import Customer

money = F("orders__items__quantity") * F("orders__items__unit_price")
customers = Customer.objects.annotate(
    placed=Count("orders"),
    spent=Sum(money, default=0),
    written=Count("reviews"),
)
report = customers.in_bulk()
oskar = report[51]

print("orders:", oskar.placed)
print("spent:", round(oskar.spent, 2))
print("reviews:", oskar.written)
print("spent by all:", round(sum(each.spent for each in report.values()), 2))
