from datetime import UTC, datetime, timedelta

from desk.models import Ticket
from django.db import connection, models

index = models.Index(fields=["opened_at"], name="ticket_opened_at")
with connection.schema_editor() as editor:
    editor.add_index(Ticket, index)

# From midnight, up to the next midnight and without it.
start = datetime(2026, 5, 4, tzinfo=UTC)
tickets = Ticket.objects.filter(
    opened_at__gte=start, opened_at__lt=start + timedelta(days=1)
)
print("tickets:", tickets.count())
print(tickets.explain())
