import builtins


def order_report():
    if not hasattr(builtins, "kept"):
        builtins.kept = slow_report()
    return builtins.kept
