from collections import defaultdict

from shop.models import Item, Order


def order_report():
    names = defaultdict(list)
    for order_id, name in Item.objects.values_list("order_id", "product__name"):
        names[order_id].append(name)
    found = Order.objects.order_by("-placed_at").values_list("pk", "number", "customer__name")
    return [
        {"order": number, "customer": customer, "items": sorted(names[pk])}
        for pk, number, customer in found
    ]
