from desk.models import Ticket


def queue_of(agent_id):
    """The open tickets of an agent, oldest first."""
    tickets = Ticket.objects.filter(agent_id=agent_id, status="open").order_by("opened_at")
    return tickets.values_list("number", flat=True)[:20]


def minutes_of(agent_id):
    """What each ticket of an agent took."""
    return Ticket.objects.filter(agent_id=agent_id).values_list("minutes", flat=True)
