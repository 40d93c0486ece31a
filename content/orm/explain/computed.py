from datetime import UTC, datetime, timedelta

from desk.models import Ticket
from django.db import connection, models
from django.db.models import F

index = models.Index(fields=["opened_at"], name="ticket_opened_at")
with connection.schema_editor() as editor:
    editor.add_index(Ticket, index)

now, day = datetime(2026, 6, 1, 12, tzinfo=UTC), timedelta(days=1)
overdue = Ticket.objects.alias(due=F("opened_at") + day).filter(due__gt=now)
print("column plus a day:", overdue.explain())
print(
    "now minus a day:", Ticket.objects.filter(opened_at__gt=now - day).explain()
)
