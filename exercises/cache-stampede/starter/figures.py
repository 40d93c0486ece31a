from django.db.models import F, Sum
from django.db.models.functions import ExtractMonth
from shop.models import Item


def compute_revenue(year):
    """Pairs of a month and its revenue. On the real database this takes ten seconds."""
    months = (
        Item.objects.filter(order__placed_at__year=year)
        .annotate(month=ExtractMonth("order__placed_at"))
        .values("month")
        .annotate(revenue=Sum(F("quantity") * F("unit_price")))
        .order_by("month")
    )
    return [[each["month"], f"{each['revenue']:.2f}"] for each in months]
