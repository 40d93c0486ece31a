from desk.models import Ticket
from django.db import connection, models

# The foreign key `agent` has an index already.
single = models.Index(fields=["status"], name="ticket_status")
both = models.Index(fields=["agent", "status"], name="ticket_agent_status")
open_of_agent = Ticket.objects.filter(agent_id=3, status="open")

with connection.schema_editor() as editor:
    editor.add_index(Ticket, single)
print("two singles:", open_of_agent.explain())

with connection.schema_editor() as editor:
    editor.add_index(Ticket, both)
print("one for both:", open_of_agent.explain())
print("agent only:", Ticket.objects.filter(agent_id=3).explain())
