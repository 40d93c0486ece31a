from django.db.models import Count, F, Sum
from shop.models import Customer, Item


def bonuses():
    """A row for each customer, in the order of their keys."""
    items = Item.objects.values("order__customer", "order__customer__name").annotate(
        spent=Sum(F("quantity") * F("unit_price")), placed=Count("order", distinct=True)
    )
    written = dict(Customer.objects.values_list("pk").annotate(n=Count("reviews")))
    return [
        {
            "customer": row["order__customer__name"],
            "orders": row["placed"],
            "reviews": written[row["order__customer"]],
            "spent": round(row["spent"], 2),
        }
        for row in items.order_by("order__customer")
    ]
