from board import board_orders


def cards():
    """What stands on the cards of the board, card by card."""
    return [
        {
            "order": order.number,
            "customer": order.customer.name,
            "lines": sorted(
                f"{item.quantity} × {item.product.name}" for item in order.items.all()
            ),
        }
        for order in board_orders()
    ]
