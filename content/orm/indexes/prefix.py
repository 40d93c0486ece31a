from datetime import UTC, datetime

from desk.models import Ticket
from django.db import connection, models

index = models.Index(
    fields=["status", "opened_at"], name="ticket_status_opened"
)
with connection.schema_editor() as editor:
    editor.add_index(Ticket, index)

may = datetime(2026, 5, 1, tzinfo=UTC)
print(
    "both:", Ticket.objects.filter(status="open", opened_at__gte=may).explain()
)
print("first:", Ticket.objects.filter(status="open").explain())
print(
    "first, sorted:",
    Ticket.objects.filter(status="open").order_by("opened_at").explain(),
)
print("second:", Ticket.objects.filter(opened_at__gte=may).explain())
