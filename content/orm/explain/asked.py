from datetime import date

from desk.models import Ticket
from django.db import connection, models

# What the migration with AddIndex did.
index = models.Index(fields=["opened_at"], name="ticket_opened_at")
with connection.schema_editor() as editor:
    editor.add_index(Ticket, index)

tickets = Ticket.objects.filter(opened_at__date=date(2026, 5, 4))
print("tickets:", tickets.count())
print(tickets.explain())
