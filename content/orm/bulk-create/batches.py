from django.db import connection
from django.test.utils import CaptureQueriesContext
from shop.models import Category, Product

kitchen = Category.objects.get(slug="kitchen")


def inserts(letter, rows, **options):
    """How many INSERTs it takes to write so many rows."""
    skus = [f"{letter}-{number}" for number in range(rows)]
    products = [
        Product(sku=sku, name="Sample", category=kitchen, price="9.90")
        for sku in skus
    ]
    with CaptureQueriesContext(connection) as captured:
        Product.objects.bulk_create(products, **options)
    return sum(query["sql"].startswith("INSERT") for query in captured)


print("500 rows, batch_size=100:", inserts("A", 500, batch_size=100))
print("500 rows, no batch_size:", inserts("B", 500))
print("10,000 rows, no batch_size:", inserts("C", 10_000))
most = connection.features.max_query_params
print("parameters in one statement:", f"{most:,}")
