from desk.models import Ticket
from django.db import connection, models
from django.db.models import Q


def pages():
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        return cursor.fetchone()[0]


def pages_of(index):
    before = pages()
    with connection.schema_editor() as editor:
        editor.add_index(Ticket, index)
    return pages() - before


few = models.Index(
    fields=["opened_at"], condition=Q(status="open"), name="ticket_queue"
)
everyone = models.Index(
    fields=["status", "opened_at"], name="ticket_status_opened"
)

print(
    "open tickets:",
    Ticket.objects.filter(status="open").count(),
    "of",
    Ticket.objects.count(),
)
print("pages, open only:", pages_of(few))
print(Ticket.objects.filter(status="open").order_by("opened_at").explain())
print("pages, all tickets:", pages_of(everyone))
