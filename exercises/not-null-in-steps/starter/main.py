from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor


def migrate(name):
    MigrationExecutor(connection).migrate([("orders", name)])


def old_server(number):
    """Insert an order as the last release does, which knows of no region."""
    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute("INSERT INTO orders_order (number, country) VALUES (%s, 'US')", [number])


for migration in MigrationExecutor(connection).loader.graph.forwards_plan(
    ("orders", "0004_region_required")
):
    if migration[0] == "orders":
        node = MigrationExecutor(connection).loader.graph.nodes[migration]
        print(f"{node.name}, {'one transaction' if node.atomic else 'not atomic'}:")
        for operation in node.operations:
            print("   ", operation.describe())

migrate("0001_initial")
old_server("A-1")
try:
    migrate("0002_order_region")
    old_server("A-2")
    print("An old server inserted an order after 0002.")
    migrate("0004_region_required")
    with connection.cursor() as cursor:
        cursor.execute("SELECT number, country, region FROM orders_order")
        print("After all of it:", cursor.fetchall())
except DatabaseError as error:
    print("An old server, or a migration, failed:", error)
