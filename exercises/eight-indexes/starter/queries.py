from desk.models import Ticket


def by_number(number):
    return Ticket.objects.filter(number=number).values_list("subject", flat=True)


def queue():
    tickets = Ticket.objects.filter(status="open").order_by("opened_at")
    return tickets.values_list("number", flat=True)[:20]


def waiting():
    return Ticket.objects.filter(status="waiting").values_list("number", flat=True)


def of_customer(customer_id):
    tickets = Ticket.objects.filter(customer_id=customer_id).order_by("-opened_at")
    return tickets.values_list("number", flat=True)[:20]


def of_agent(agent_id):
    return Ticket.objects.filter(agent_id=agent_id).values_list("minutes", flat=True)
