from django.db import connection
from lists import closed_between, customers_beginning


def plan_of(function, *args):
    """Print how SQLite finds the rows."""
    statements = []

    def note(execute, sql, params, many, context):
        statements.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        rows = function(*args)
    print(f"{function.__name__}{args}: {len(rows)} rows")
    with connection.cursor() as cursor:
        for sql, params in statements:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
            for *_, step in cursor.fetchall():
                print(f"    {step}")


plan_of(customers_beginning, "ka")
plan_of(closed_between, "2026-05-04", "2026-05-08")
