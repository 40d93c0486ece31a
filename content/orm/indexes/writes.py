from time import perf_counter

from desk.models import Ticket
from django.db import connection, models, transaction


def measure(label):
    times = []
    for _ in range(5):
        with transaction.atomic():
            start = perf_counter()
            Ticket.objects.update(status="waiting")
            times.append((perf_counter() - start) * 1000)
            transaction.set_rollback(True)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        pages = cursor.fetchone()[0]
    print(f"time, {label}: {min(times):.1f} ms")
    print(f"size, {label}: {pages} pages")


measure("keys only")
for fields in (["status"], ["status", "opened_at"], ["agent", "status"]):
    with connection.schema_editor() as editor:
        editor.add_index(
            Ticket, models.Index(fields=fields, name="_".join(fields))
        )
measure("three more")
