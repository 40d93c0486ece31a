from django.db.models import Count
from shop.models import Customer


def order_counts():
    """Pairs of a customer's name and the number of orders."""
    counted = Customer.objects.annotate(number=Count("orders")).order_by("name", "pk")
    return list(counted.values_list("name", "number"))
