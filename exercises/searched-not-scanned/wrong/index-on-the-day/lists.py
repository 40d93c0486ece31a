from desk.models import Customer, Ticket


def customers_beginning(text):
    """The names that begin with a text, whatever the case of both, in the order of Python."""
    customers = Customer.objects.filter(name__istartswith=text)
    return sorted(customer.name for customer in customers)


def closed_between(first, last):
    """The numbers of the tickets that were closed on these days (UTC) or between them.

    Both days are text, such as "2026-05-04".
    """
    tickets = Ticket.objects.filter(closed_at__date__range=(first, last))
    return sorted(ticket.number for ticket in tickets)
