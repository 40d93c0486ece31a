from django.db.models import Count
from shop.models import Customer


def order_counts():
    """Pairs of a customer's name and the number of orders."""
    customers = Customer.objects.annotate(order_count=Count("orders")).order_by("name", "pk")
    return [(customer.name, customer.order_count) for customer in customers]
