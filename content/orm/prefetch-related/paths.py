from django.db import connection
from django.db.models import Prefetch
from django.test.utils import CaptureQueriesContext
from shop.models import Item, Order


def count(label, *lookups):
    sold = set()
    with CaptureQueriesContext(connection) as queries:
        for order in Order.objects.prefetch_related(*lookups)[:20]:
            sold.update(item.product.category.name for item in order.items.all())
    print(f"{label}: {len(queries)}")


joined = Item.objects.select_related("product__category")
count("items", "items")
count("items__product__category", "items__product__category")
count("items, each joined with product and category", Prefetch("items", queryset=joined))
