from collections import defaultdict
from decimal import Decimal

from django.db import connection
from shop.models import Product

SQL = """
    SELECT p.sku, p.name, c.name, p.price, t.name
    FROM shop_product p
    JOIN shop_category c ON c.id = p.category_id
    LEFT JOIN shop_product_tags l ON l.product_id = p.id
    LEFT JOIN shop_tag t ON t.id = l.tag_id
    WHERE p.is_active = %s
    ORDER BY p.sku, t.name
"""


def price_list():
    """A row for each active product, in the order of the SKUs."""
    tags = defaultdict(list)
    rows = {}
    with connection.cursor() as cursor:
        cursor.execute(SQL, [True])
        for sku, name, category, price, tag in cursor:
            rows[sku] = (name, category, Decimal(str(price)).quantize(Decimal("0.01")))
            if tag is not None:
                tags[sku].append(tag)
    assert Product.objects.filter(sku__in=list(rows)).count() == len(rows)
    return [
        {
            "sku": sku,
            "name": name,
            "category": category,
            "price": price,
            "tags": ", ".join(tags[sku]),
        }
        for sku, (name, category, price) in rows.items()
    ]
