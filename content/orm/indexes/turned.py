from datetime import UTC, datetime

from desk.models import Ticket
from django.db import connection, models

# The same two columns, the other way around.
index = models.Index(
    fields=["opened_at", "status"], name="ticket_opened_status"
)
with connection.schema_editor() as editor:
    editor.add_index(Ticket, index)

may = datetime(2026, 5, 1, tzinfo=UTC)
print(
    "both:", Ticket.objects.filter(status="open", opened_at__gte=may).explain()
)
print("status:", Ticket.objects.filter(status="open").explain())
