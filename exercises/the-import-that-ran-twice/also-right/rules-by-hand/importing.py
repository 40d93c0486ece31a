from decimal import Decimal

from shop.models import Category, Product

RULES = {
    "name": lambda name: 0 < len(name) <= 120,
    "price": lambda price: (
        price is not None
        and 0 < Decimal(price) < 100_000_000
        and Decimal(price) == round(Decimal(price), 2)
    ),
    "sku": lambda sku: 0 < len(sku) <= 20,
    "stock": lambda stock: stock >= 0,
}


def import_products(lines):
    kitchen = Category.objects.get(slug="kitchen")
    good, refused = {}, []
    for number, line in enumerate(lines, 1):
        wrong = [name for name, allows in RULES.items() if not allows(line[name])]
        if wrong:
            refused.append((number, wrong))
        else:
            good[line["sku"]] = Product(category=kitchen, **line)
    made = Product.objects.bulk_create(
        list(good.values()),
        update_conflicts=True,
        unique_fields=["sku"],
        update_fields=["stock", "price"],
    )
    return made, refused
