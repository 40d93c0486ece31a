from decimal import Decimal

import search
from importing import import_products
from shop.models import Product
from supplier import price_list


def imported():
    """What came of a list that the learner has not seen."""
    lines = price_list(80, number=311)
    before = Product.objects.count()
    returned = list(import_products(lines))
    rows = Product.objects.filter(category__slug="kitchen", sku__startswith="SUP-")
    stored = {row.sku: (row.pk, row.name, row.price, row.stock) for row in rows}
    right = {line["sku"]: (line["name"], Decimal(line["price"]), 0) for line in lines}
    keys = {sku: pk for sku, (pk, *_) in stored.items()}
    told = [tuple(entry) for request in search.REQUESTS for entry in request]
    return {
        "more": Product.objects.count() - before,
        "wrong": [sku for sku, row in right.items() if stored.get(sku, ())[1:] != row],
        "returned": [type(each).__name__ for each in returned],
        "keyless": [each.sku for each in returned if each.pk is None],
        "other keys": [each.sku for each in returned if each.pk != keys.get(each.sku)],
        "order": [each.sku for each in returned] == [line["sku"] for line in lines],
        "untold": [sku for sku, pk in keys.items() if (pk, sku) not in told],
        "told": len(told),
        "keyless told": sum(pk is None for pk, _ in told),
    }


def refused():
    """What a list leaves behind whose last line has the SKU of the first."""
    lines = price_list(1200, number=54)
    lines[-1] = dict(lines[-1], sku=lines[0]["sku"])
    before = Product.objects.count()
    try:
        import_products(lines)
    except Exception as error:
        raised = type(error).__name__
    else:
        raised = ""
    told = sum(len(request) for request in search.REQUESTS)
    return {"raised": raised, "stayed": Product.objects.count() - before, "told": told}
