from shop.models import Product


def price_list():
    """A row for each active product, in the order of the SKUs."""
    rows = {}
    lines = Product.objects.filter(is_active=True).order_by("sku", "tags__name")
    for line in lines.values("sku", "name", "category__name", "price", "tags__name"):
        row = rows.setdefault(
            line["sku"],
            {
                "sku": line["sku"],
                "name": line["name"],
                "category": line["category__name"],
                "price": line["price"],
                "tags": [],
            },
        )
        if line["tags__name"] is not None:
            row["tags"].append(line["tags__name"])
    return [row | {"tags": ", ".join(row["tags"])} for row in rows.values()]
