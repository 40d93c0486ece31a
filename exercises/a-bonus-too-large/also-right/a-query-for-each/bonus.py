from decimal import Decimal

from django.db.models import Count, F, Sum
from shop.models import Customer, Item, Review


def bonuses():
    """A row for each customer, in the order of their keys."""
    money = Sum(F("quantity") * F("unit_price"))
    spent = dict(Item.objects.values_list("order__customer").annotate(money=money))
    written = dict(Review.objects.values_list("customer").order_by().annotate(n=Count("pk")))
    return [
        {
            "customer": customer.name,
            "orders": customer.placed,
            "reviews": written.get(customer.pk, 0),
            "spent": round(spent.get(customer.pk, Decimal(0)), 2),
        }
        for customer in Customer.objects.annotate(placed=Count("orders")).order_by("pk")
    ]
