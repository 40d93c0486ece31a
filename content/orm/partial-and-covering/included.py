from desk.models import Ticket
from django.db import connections, models
from django.db.models import Q

indexes = [
    models.Index(
        fields=["opened_at"], condition=Q(status="open"), name="ticket_queue"
    ),
    models.Index(fields=["agent"], include=["minutes"], name="ticket_agent"),
]
for alias in ("postgres", "default"):
    with connections[alias].schema_editor(collect_sql=True) as editor:
        for index in indexes:
            editor.add_index(Ticket, index)
    print(alias, *editor.collected_sql, sep="\n  ")
