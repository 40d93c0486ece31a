from django.db.models import F, Q, Sum
from django.db.models.functions import Round
from shop.models import Customer

LABELS = {
    "gold": Q(spent__gte=3000),
    "silver": Q(spent__gte=1000, spent__lt=3000),
    "bronze": Q(spent__lt=1000),
    "new": Q(spent=None),
}


def customers_of(tier):
    """The names of the customers with this label, in the order of the alphabet."""
    spent = Round(Sum(F("orders__items__quantity") * F("orders__items__unit_price")), 2)
    customers = Customer.objects.alias(spent=spent).filter(LABELS[tier])
    return list(customers.order_by("name", "pk").values_list("name", flat=True))
