from desk.models import Ticket
from django.db import connection, models

index = models.Index(fields=["opened_at"], name="ticket_opened_at")
with connection.schema_editor() as editor:
    editor.add_index(Ticket, index)

print(Ticket.objects.filter(subject="Charged twice").explain())
print(Ticket.objects.filter(number="HD-000012").explain())
print(Ticket.objects.order_by("opened_at").explain())
print(Ticket.objects.order_by("closed_at").explain())
print(Ticket.objects.filter(opened_at__year=2026).values("opened_at").explain())
