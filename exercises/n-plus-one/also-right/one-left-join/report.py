from decimal import Decimal

from shop.models import Order


def order_report():
    """One row for each order, newest first."""
    orders = {}
    lines = Order.objects.order_by("-placed_at", "-pk").values_list(
        "number",
        "customer__name",
        "items__quantity",
        "items__unit_price",
        "items__product__name",
    )
    for number, customer, quantity, price, product in lines:
        row = orders.setdefault(
            number, {"order": number, "customer": customer, "items": [], "total": Decimal("0.00")}
        )
        if quantity is not None:
            row["items"].append(f"{quantity} × {product}")
            row["total"] += quantity * price
    return [row | {"items": ", ".join(sorted(row["items"]))} for row in orders.values()]
