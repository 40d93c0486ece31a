# fails: OperationalError
import sqlite3

from django.db import connection
from shop.models import Order

connection.ensure_connection()
sqlite = connection.connection
limit = sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER
print("parameters that this SQLite allows:", sqlite.getlimit(limit))

# A database with a lower limit, or a table with more rows.
sqlite.setlimit(limit, 200)
orders = Order.objects.prefetch_related("items")

print("orders, in chunks:", len(list(orders.iterator(chunk_size=100))))
print("orders, at once:", len(orders))
