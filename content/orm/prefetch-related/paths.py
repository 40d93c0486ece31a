from django.db import connection
from django.db.models import Prefetch
from django.test.utils import CaptureQueriesContext
from shop.models import Item, Order


def count(label, *lookups):
    orders = Order.objects.prefetch_related(*lookups)[:20]
    sold = set()
    with CaptureQueriesContext(connection) as queries:
        for order in orders:
            for item in order.items.all():
                sold.add(item.product.category.name)
    print(f"{label}: {len(queries)}")


joined = Item.objects.select_related("product__category")
count("items", "items")
count("items__product__category", "items__product__category")
count("items, joined with the rest", Prefetch("items", queryset=joined))
