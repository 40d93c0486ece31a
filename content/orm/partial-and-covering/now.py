# fails: OperationalError
from desk.models import Ticket
from django.db import connection, models
from django.db.models import Q
from django.db.models.functions import Now

index = models.Index(
    fields=["agent"], condition=Q(opened_at__gt=Now()), name="ticket_future"
)
with connection.schema_editor() as editor:
    editor.add_index(Ticket, index)
