"""The help desk: who writes, who answers, and the tickets between them."""

from django.db import models
from django.db.models import Q


class Agent(models.Model):
    name = models.CharField(max_length=80)

    def __str__(self) -> str:
        return self.name


class Customer(models.Model):
    name = models.CharField(max_length=120)
    email = models.EmailField(unique=True)

    def __str__(self) -> str:
        return self.name


class Ticket(models.Model):
    """A question of a customer."""

    class Status(models.TextChoices):
        OPEN = "open", "Open"
        WAITING = "waiting", "Waiting for the customer"
        CLOSED = "closed", "Closed"

    number = models.CharField(max_length=12, unique=True)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="tickets")
    agent = models.ForeignKey(
        Agent, on_delete=models.PROTECT, related_name="tickets", db_index=False
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    subject = models.CharField(max_length=120)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    # Time that the agent has spent on it.
    minutes = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(
                fields=["agent", "opened_at"],
                condition=Q(status="open"),
                include=["number"],
                name="ticket_queue",
            ),
            models.Index(fields=["agent"], include=["minutes"], name="ticket_agent_minutes"),
        ]

    def __str__(self) -> str:
        return self.number
