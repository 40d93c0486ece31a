# fails: IntegrityError
from desk.models import Ticket
from django.db import connection, models
from django.db.models import Q

rule = models.UniqueConstraint(
    fields=["customer", "subject"],
    condition=Q(status="open"),
    name="one_open_ticket",
)
with connection.schema_editor() as editor:
    editor.add_constraint(Ticket, rule)

# The same question again and again is fine, once the last one is closed.
ticket = Ticket.objects.filter(status="closed").first()
for number in ("HD-A", "HD-B"):
    Ticket.objects.create(
        number=number,
        customer=ticket.customer,
        agent=ticket.agent,
        subject=ticket.subject,
        opened_at=ticket.closed_at,
    )
    print(number, "is open")
