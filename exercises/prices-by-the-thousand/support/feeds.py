"""A night with a feed that the learner has not seen, watched by the table itself."""

from decimal import Decimal

from django.db import connection
from repricing import reprice
from shop.models import Category, Product

# SKU, the price of yesterday, what the service sends, the price of today.
ROWS = [
    ("NEW-01", "17.99", "17.9931", "17.99"),
    ("NEW-02", "17.99", "17.9950", "18.00"),
    ("NEW-03", "9.00", "9.0450", "9.05"),
    ("NEW-04", "9.04", "9.0350", "9.04"),
    ("NEW-05", "25.00", "25.0000", "25.00"),
    ("NEW-06", "25.00", "31.2500", "31.25"),
    ("NEW-07", "4.35", "4.3449", "4.34"),
    ("NEW-08", "120.10", "119.9949", "119.99"),
    ("NEW-09", "8.00", "8.1250", "8.13"),
    ("NEW-10", "60.00", "60.0049", "60.00"),
]


def a_night():
    shelf = Category.objects.get(slug="storage")
    Product.objects.bulk_create(
        Product(sku=sku, name="Box", price=price, stock=10, category=shelf)
        # Not in the order of the SKUs.
        for sku, price, *_ in ROWS[4:] + ROWS[:4]
    )
    others = Product.objects.exclude(sku__startswith="NEW-").order_by("pk").values_list()
    before = list(others)
    watch()
    feed = {sku: sent for sku, _, sent, _ in reversed(ROWS)} | {"GONE-1": "4.9900"}
    sold = []

    def sell(execute, sql, params, many, context):
        """A box of each kind is sold just before the first row is written."""
        if sql.lstrip().upper().startswith(("UPDATE", "INSERT")) and not sold:
            sold.append(sql)
            Product.objects.filter(sku__startswith="NEW-").update(stock=9)
            run("DELETE FROM written")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(sell):
        changes = list(reprice(feed))
    rows = Product.objects.filter(sku__startswith="NEW-")
    stored = run("SELECT sku, CAST(price AS TEXT) FROM shop_product WHERE sku LIKE 'NEW-%'")
    return {
        "written": sorted({sku for (sku,) in run("SELECT sku FROM written")}),
        "should": [sku for sku, old, _, new in ROWS if old != new],
        "wrong": [
            [sku, text, new]
            for sku, _, _, new in ROWS
            for text in [dict(stored)[sku]]
            if Decimal(text) != Decimal(new)
        ],
        "stock": sorted({row.stock for row in rows}),
        "added": sorted(Product.objects.filter(sku__startswith="GONE").values_list("sku")),
        "others": list(others) == before,
        "types": sorted({type(each).__name__ for change in changes for each in change[1:]}),
        "changes": [[sku, str(old), str(new)] for sku, old, new in changes],
        "right": [[sku, old, new] for sku, old, _, new in ROWS if old != new],
    }


def watch():
    """The table notes itself which of its rows are written."""
    run("CREATE TEMP TABLE written (sku TEXT)")
    run(
        "CREATE TEMP TRIGGER note AFTER UPDATE ON shop_product "
        "BEGIN INSERT INTO written VALUES (NEW.sku); END"
    )


def run(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()
