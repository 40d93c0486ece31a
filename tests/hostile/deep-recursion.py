def order_report():
    return sorted([1, 2], key=lambda each: order_report())
