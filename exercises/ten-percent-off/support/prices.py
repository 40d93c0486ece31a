"""Products at chosen prices, put on sale; what is shown, stored and found afterwards."""

from decimal import ROUND_HALF_UP, Decimal

from django.db import connection
from sale import start_sale
from shop.models import Category, Product

PRICES = ("19.99", "10.05", "25.00", "12.50", "33.30", "1.01", "149.50", "20.00", "4.35", "8999.99")
PERCENTS = (10, 15, 33, 50, 75)


def on_sale():
    corner = Category.objects.create(name="Corner", slug="corner")
    rows = [
        Product(
            sku=f"CORNER-{number}",
            name=f"Vase no. {number}",
            description="One of its kind.",
            category=corner,
            price=price,
            stock=number,
            is_active=number % 3 > 0,
        )
        for number, price in enumerate(PRICES)
    ]
    Product.objects.bulk_create(rows)
    others = Product.objects.exclude(category=corner).order_by("pk")
    before = list(others.values_list()), list(unpriced(corner))
    floats = set()

    def look(execute, sql, params, many, context):
        for each in params or ():
            # A `Decimal` that was made from a float brings its many digits along.
            long = isinstance(each, Decimal) and int(each.as_tuple().exponent) < -6
            if isinstance(each, float) or long:
                floats.add(f"{each:.20f}".rstrip("0") if long else repr(each))
        return execute(sql, params, many, context)

    facts = {"returned": [], "unfound": [], "wrong": []}
    for percent in PERCENTS:
        for row in rows:
            Product.objects.filter(pk=row.pk).update(price=row.price)
        with connection.execute_wrapper(look):
            facts["returned"].append(start_sale("corner", percent))
        for row in rows:
            judge(facts, row, percent)
    facts["others"] = list(others.values_list()) == before[0]
    facts["rest"] = list(unpriced(corner)) == before[1]
    facts["floats"] = sorted(floats)
    return facts


def unpriced(category):
    names = ("pk", "sku", "name", "description", "category", "stock", "is_active")
    return Product.objects.filter(category=category).order_by("pk").values_list(*names)


def judge(facts, row, percent):
    exact = Decimal(row.price) * (100 - percent) / 100
    right = exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    shown = Product.objects.get(pk=row.pk).price
    with connection.cursor() as cursor:
        # Not as text of SQLite, which cuts off what stands behind the fifteenth digit.
        cursor.execute("SELECT price FROM shop_product WHERE id = %s", [row.pk])
        stored = str(cursor.fetchone()[0])
    told = [row.price, percent, str(shown), stored, str(right)]
    if not Product.objects.filter(pk=row.pk, price=shown).exists():
        facts["unfound"].append(told)
    if Decimal(stored) != right or shown != right:
        facts["wrong"].append(told)
