from datetime import UTC, date, datetime, time

from desk.models import Customer, Ticket


def customers_beginning(text):
    """The names that begin with a text, whatever the case of both, in the order of Python."""
    customers = Customer.objects.filter(name__istartswith=text)
    return sorted(customer.name for customer in customers)


def closed_between(first, last):
    """The numbers of the tickets that were closed on these days (UTC) or between them.

    Both days are text, such as "2026-05-04".
    """
    start = datetime.combine(date.fromisoformat(first), time.min, tzinfo=UTC)
    end = datetime.combine(date.fromisoformat(last), time(23, 59, 59), tzinfo=UTC)
    tickets = Ticket.objects.filter(closed_at__range=(start, end))
    return sorted(ticket.number for ticket in tickets)
