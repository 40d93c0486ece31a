from collections import defaultdict

from shop.models import Item, Order


def packing_list():
    """What to pack, one row for each order that is not canceled, by its number."""
    lines = defaultdict(list)
    packed = Item.objects.exclude(order__status="canceled")
    for number, sku, name, quantity in packed.values_list(
        "order__number", "product__sku", "product__name", "quantity"
    ):
        lines[number].append(f"{sku} {name} × {quantity}")
    numbers = (
        Order.objects.exclude(status="canceled").order_by("number").values_list("number", flat=True)
    )
    return [{"order": number, "lines": sorted(lines[number])} for number in numbers]
