from shop.models import Customer

# What the report adds up, before it is added up.
rows = Customer.objects.filter(pk=51).order_by(
    "orders__items", "reviews__rating"
)

rows.values("orders__number", "orders__items__product__name", "reviews__rating")
