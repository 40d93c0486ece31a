from django.db.models import Count, Sum
from shop.models import Customer

oskar = Customer.objects.annotate(
    placed=Count("orders"), pieces=Sum("orders__items__quantity")
).get(pk=51)

print("orders:", oskar.placed)
print("pieces:", oskar.pieces)
