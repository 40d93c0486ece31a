"""Data of any size from one number: the same size and seed always give the same rows."""

from datetime import UTC, datetime, timedelta
from random import Random

from django.db import transaction

from .models import Agent, Customer, Ticket
from .words import AGENTS, FAMILY_NAMES, GIVEN_NAMES, SUBJECTS

# The last day of the data. Fixed, so that rows do not depend on when they are made.
TODAY = datetime(2026, 6, 1, 12, tzinfo=UTC)
# Tickets are closed within days, so only those of the last ones are not.
DAYS = 365


def seed(size: int, seed: int) -> None:
    """Fill an empty database with `size` tickets, and customers in proportion."""
    random = Random(seed)
    with transaction.atomic():
        agents = Agent.objects.bulk_create(Agent(name=name) for name in AGENTS)
        customers = Customer.objects.bulk_create(
            (_customer(random, number) for number in range(1, max(5, size // 4) + 1)),
            batch_size=2000,
        )
        opened = sorted(
            TODAY - timedelta(seconds=random.randrange(60, DAYS * 86400)) for _ in range(size)
        )
        Ticket.objects.bulk_create(
            (
                _ticket(random, number, at, random.choice(customers), random.choice(agents))
                for number, at in enumerate(opened, start=1)
            ),
            batch_size=2000,
        )


def _customer(random: Random, number: int) -> Customer:
    given, family = random.choice(GIVEN_NAMES), random.choice(FAMILY_NAMES)
    return Customer(name=f"{given} {family}", email=f"{given}.{family}{number}@example.com".lower())


def _ticket(
    random: Random, number: int, opened: datetime, customer: Customer, agent: Agent
) -> Ticket:
    closed = opened + timedelta(seconds=random.randrange(600, 14 * 86400))
    done = closed <= TODAY
    undone = random.choice((Ticket.Status.OPEN, Ticket.Status.OPEN, Ticket.Status.WAITING))
    return Ticket(
        number=f"HD-{number:06}",
        customer=customer,
        agent=agent,
        status=Ticket.Status.CLOSED if done else undone,
        subject=random.choice(SUBJECTS),
        opened_at=opened,
        closed_at=closed if done else None,
        minutes=random.randrange(2, 90),
    )
