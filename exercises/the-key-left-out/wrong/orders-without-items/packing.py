from shop.models import Item


def packing_list():
    """What to pack, one row for each order that is not canceled, by its number."""
    lines = {}
    packed = Item.objects.exclude(order__status="canceled").order_by("order__number")
    for number, sku, name, quantity in packed.values_list(
        "order__number", "product__sku", "product__name", "quantity"
    ):
        lines.setdefault(number, []).append(f"{sku} {name} × {quantity}")
    return [{"order": number, "lines": sorted(each)} for number, each in lines.items()]
