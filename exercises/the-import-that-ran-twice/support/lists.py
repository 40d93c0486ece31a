"""Two runs of a list that the learner has not seen, and what was found after each."""

from decimal import Decimal

from importing import import_products
from shop.models import Product

LINES = [
    ("new", "SUP-1", "Blue bowl", "9.90", 4, []),
    ("new", "SUP-2", "Red bowl", "12.50", 0, []),
    ("wrong", "SUP-3", "Green bowl", None, 5, ["price"]),
    ("wrong", "SUP-4", "Green bowl", "-0.01", 5, ["price"]),
    ("there", "{0}", "Other words", "19.99", 31, []),
    ("wrong", "SUP-5", "Green bowl", "8.999", 5, ["price"]),
    ("wrong", "SUP-6", "Green bowl", "8.99", -1, ["stock"]),
    ("wrong", "SUP-7", "B" * 121, "8.99", 1, ["name"]),
    ("wrong", "{1}", "", "0.00", -1, ["name", "price", "stock"]),
    ("there", "{2}", "Other words", "0.01", 0, []),
    ("first", "SUP-8", "Square bowl", "30.00", 1, []),
    ("new", "SUP-9", "B" * 120, "99999999.99", 1, []),
    ("wrong", "S" * 21, "Green bowl", "8.99", 1, ["sku"]),
    ("last", "SUP-8", "Square bowl", "28.00", 2, []),
    ("wrong", "SUP-8", "Square bowl", "-28.00", 2, ["price"]),
    ("last", "{3}", "Other words", "5.00", 9, []),
]


def lines(known):
    for kind, sku, name, price, stock, wrong in LINES:
        yield kind, {"sku": sku.format(*known), "name": name, "price": price, "stock": stock}, wrong


def rows():
    names = ("name", "description", "category_id", "is_active", "price", "stock", "pk")
    return {row.sku: tuple(getattr(row, name) for name in names) for row in Product.objects.all()}


def two_runs():
    before = rows()
    known = sorted(before)[:4]
    kinds = [kind for kind, *_ in lines(known)]
    given = [line for _, line, _ in lines(known)]
    products, refused = import_products([dict(line) for line in given])
    products, refused = list(products), list(refused)
    after = rows()

    def unlike(*wanted):
        """The SKUs whose price and stock are not those of their line."""
        return [
            line["sku"]
            for kind, line in zip(kinds, given, strict=True)
            if kind in wanted
            and after.get(line["sku"], (None,) * 7)[4:6] != (Decimal(line["price"]), line["stock"])
        ]

    taken = {line["sku"] for kind, line in zip(kinds, given, strict=True) if kind != "wrong"}
    keys = {sku: row[6] for sku, row in after.items()}
    facts = {
        "new": unlike("new"),
        "there": unlike("there"),
        "last": unlike("last"),
        "changed": [sku for sku in known if after[sku][:4] != before[sku][:4]],
        "moved": [sku for sku in known if after[sku][6] != before[sku][6]],
        "touched": [
            sku for sku in before if sku not in taken and after.get(sku) != before.get(sku)
        ],
        "kept out": sorted(after.keys() - before.keys() - taken),
        "refused": [[number, list(fields)] for number, fields in refused],
        "right": [[n, wrong] for n, (_, _, wrong) in enumerate(lines(known), start=1) if wrong],
        "returned": sorted(product.sku for product in products),
        "taken": sorted(taken),
        "keyless": [product.sku for product in products if product.pk is None],
        "other keys": [product.sku for product in products if product.pk != keys.get(product.sku)],
    }
    again, refused_again = import_products([dict(line) for line in given])
    facts["same rows"] = rows() == after
    facts["same products"] = sorted((p.sku, p.pk) for p in again) == sorted(
        (p.sku, p.pk) for p in products
    )
    facts["same report"] = list(refused_again) == refused
    return facts
