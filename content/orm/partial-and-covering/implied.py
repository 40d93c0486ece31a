from desk.models import Ticket
from django.db import connection, models
from django.db.models import Q

index = models.Index(
    fields=["opened_at"], condition=Q(status="open"), name="ticket_queue"
)
with connection.schema_editor() as editor:
    editor.add_index(Ticket, index)

tickets = Ticket.objects.order_by("opened_at")
print("open:", tickets.filter(status="open").explain())
print(
    "open, and more:", tickets.filter(status="open", minutes__gt=30).explain()
)
print("in a list of one:", tickets.filter(status__in=["open"]).explain())
print(
    "not the others:",
    tickets.exclude(status__in=["closed", "waiting"]).explain(),
)
