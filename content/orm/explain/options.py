# fails: ValueError
from desk.models import Ticket

Ticket.objects.filter(status="open").explain(analyze=True)
