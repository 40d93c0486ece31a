import desk
from django.db import connection
from django.test.utils import CaptureQueriesContext


def orderings():
    """What each function sorts by, for each of its queries."""
    found = {}
    for name in ("statuses", "who_waits"):
        with CaptureQueriesContext(connection) as queries:
            getattr(desk, name)()
        found[name] = [each["sql"].partition(" ORDER BY ")[2] for each in queries]
    return found


def without_the_index():
    """The statuses when nothing but the query brings them into an order."""
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX order_status_placed_at")
    return desk.statuses()
