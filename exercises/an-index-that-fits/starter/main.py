from django.db import connection
from parcels import delivered_on, waiting_longest


def plan_of(function, argument):
    """Print how SQLite finds the rows."""
    statements = []

    def note(execute, sql, params, many, context):
        statements.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        rows = function(argument)
    print(f"{function.__name__}({argument!r}): {len(rows)} rows")
    with connection.cursor() as cursor:
        for sql, params in statements:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
            for *_, step in cursor.fetchall():
                print(f"    {step}")


plan_of(waiting_longest, 1)
plan_of(delivered_on, "2026-05-20")
