from shop.models import Product


def price_list():
    """A row for each active product, in the order of the SKUs."""
    rows = Product.objects.filter(is_active=True).order_by("sku").values(
        "sku", "name", "category__name", "price"
    )
    return [
        {
            "sku": row["sku"],
            "name": row["name"],
            "category": row["category__name"],
            "price": row["price"],
            "tags": "",
        }
        for row in rows
    ]
