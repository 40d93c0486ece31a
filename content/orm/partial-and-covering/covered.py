from desk.models import Ticket
from django.db import connection, models

minutes = Ticket.objects.filter(agent_id=3).values("minutes")
print("before:", minutes.explain())

index = models.Index(fields=["agent", "minutes"], name="ticket_agent_minutes")
with connection.schema_editor() as editor:
    editor.add_index(Ticket, index)
print("after:", minutes.explain())
print("one more column:", minutes.values("minutes", "subject").explain())
