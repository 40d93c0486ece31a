from decimal import Decimal

from django.db.models import DecimalField, F, Sum
from django.db.models.functions import Coalesce
from shop.models import Order


def export_lines():
    """Yield a line of the export for each order, in the order of their numbers."""
    total = Sum(F("items__quantity") * F("items__unit_price"), output_field=DecimalField())
    orders = (
        Order.objects.annotate(pieces=Coalesce(Sum("items__quantity"), 0), total=total)
        .order_by("number")
        .values_list("number", "customer__name", "pieces", "total")
    )
    for number, customer, pieces, total in orders.iterator(chunk_size=150):
        amount = 0 if total is None else total.quantize(Decimal("0.01"))
        yield f"{number};{customer};{pieces};{amount}"
