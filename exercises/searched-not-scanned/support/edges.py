from datetime import UTC, datetime, timedelta

from desk.models import Ticket
from lists import closed_between

MIDNIGHT = datetime(2026, 5, 4, tzinfo=UTC)
INSTANT = timedelta(microseconds=1)


def at_the_edges():
    """What is found of tickets that were closed at the edges of May 4 to 8."""
    after = MIDNIGHT + timedelta(days=5)
    edges = (MIDNIGHT - INSTANT, MIDNIGHT, after - INSTANT, after)
    tickets = Ticket.objects.order_by("pk")[: len(edges)]
    Ticket.objects.exclude(pk__in=[each.pk for each in tickets]).delete()
    told = {}
    for ticket, closed in zip(tickets, edges, strict=True):
        Ticket.objects.filter(pk=ticket.pk).update(closed_at=closed)
        told[ticket.number] = f"{closed:%B} {closed.day}, {closed:%H:%M:%S.%f}"
    found = closed_between("2026-05-04", "2026-05-08")
    return {when: number in found for number, when in told.items()}
