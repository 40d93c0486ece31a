from decimal import Decimal

from shop.models import Customer


def small_customers():
    """A row for each customer who spent less than 500, those who spent least first."""
    rows = []
    for customer in Customer.objects.prefetch_related("orders__items").order_by("pk"):
        orders = customer.orders.all()
        spent = sum(
            (
                item.subtotal
                for order in orders
                if order.status == "delivered"
                for item in order.items.all()
            ),
            Decimal("0.00"),
        )
        last = max((order.placed_at for order in orders), default=None)
        if spent < 500:
            rows.append({"name": customer.name, "spent": round(spent, 2), "last_order": last})
    return sorted(rows, key=lambda row: row["spent"])
