COLUMN, INDEX = "0002_order_archived", "0003_order_index"


def check(expect):
    orders = expect.migration("orders", after="0001_initial", run=False, postgres=True)
    orders.possible(COLUMN, title="PostgreSQL runs 0002")
    orders.only_catalog(COLUMN, title="0002 locks the table for a moment only")
    orders.says(COLUMN, 'ADD COLUMN "archived"', title="0002 adds the column")
    orders.possible(INDEX, title="PostgreSQL runs 0003")
    orders.writes_go_on(INDEX, title="Orders come in while 0003 runs")
    orders.says(
        INDEX, "CREATE INDEX CONCURRENTLY", title="0003 builds the index next to the traffic"
    )
    orders.that("0003 does nothing else", alone)
    orders.says(
        INDEX, "DROP INDEX CONCURRENTLY", back=True, title="Going back does not stop the shop"
    )
    orders.no_drift()


def alone(seen):
    """One operation, outside of a transaction."""
    migration = next(each for each in seen["migrations"] if each["name"] == INDEX)
    steps = next(each for each in seen["sql"]["postgres"] if each["name"] == INDEX)["steps"]
    statements = [sql for step in steps for sql in step["sql"]]
    if len(migration["operations"]) != 1 or len(statements) != 1:
        return (
            f"`{INDEX}` has {len(migration['operations'])} operations and {len(statements)} statements. "
            "Outside of a transaction each can fail with the others done: one is enough."
        )
    if migration["atomic"]:
        return f"`{INDEX}` is atomic: PostgreSQL refuses CONCURRENTLY inside of a transaction."
    return True
