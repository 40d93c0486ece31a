from datetime import UTC, datetime

from desk.models import Ticket

MAY_4 = datetime(2026, 5, 4, tzinfo=UTC)

open_queue = Ticket.objects.filter(status="open").order_by("opened_at")

unfinished = Ticket.objects.filter(status__in=["open", "waiting"]).order_by("opened_at")

since_monday = Ticket.objects.filter(opened_at__gte=MAY_4)

closed_in_may = Ticket.objects.filter(closed_at__year=2026, closed_at__month=5)

first_closed = Ticket.objects.order_by("closed_at")[:20]
