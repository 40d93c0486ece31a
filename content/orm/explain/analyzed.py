from desk.models import Ticket
from django.db import connection, models

index = models.Index(fields=["status"], name="ticket_status")
with connection.schema_editor() as editor:
    editor.add_index(Ticket, index)

unfinished = Ticket.objects.filter(status__in=["open", "waiting"])
print("rows that match:", unfinished.count())
print("before:", unfinished.explain())

with connection.cursor() as cursor:
    cursor.execute("ANALYZE")
    cursor.execute("SELECT stat FROM sqlite_stat1 WHERE idx = 'ticket_status'")
    print("rows, and rows for each status:", cursor.fetchone()[0])
print("after:", unfinished.explain())
