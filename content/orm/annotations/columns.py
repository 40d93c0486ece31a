from decimal import Decimal

from django.db.models import Avg, Count, F, Value
from django.db.models.functions import Coalesce
from shop.models import Product

products = Product.objects.annotate(
    double=F("price") * 2,
    reduced=F("price") * Decimal("0.9"),
    in_stock=F("price") * F("stock"),
    number=Count("reviews"),
    stars=Avg("reviews__rating"),
    known=Coalesce(Avg("reviews__rating"), Value(3.0)),
)
for name, column in products.query.annotations.items():
    print(f"{name}: {type(column.output_field).__name__}")
