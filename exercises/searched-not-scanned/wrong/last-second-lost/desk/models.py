"""The help desk: who writes, who answers, and the tickets between them."""

from django.db import models
from django.db.models.functions import Collate


class Agent(models.Model):
    name = models.CharField(max_length=80)

    def __str__(self) -> str:
        return self.name


class Customer(models.Model):
    name = models.CharField(max_length=120)
    email = models.EmailField(unique=True)

    class Meta:
        indexes = [models.Index(Collate("name", "nocase"), name="customer_name")]

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
    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="tickets")
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    subject = models.CharField(max_length=120)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    # Time that the agent has spent on it.
    minutes = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["closed_at"], name="ticket_closed_at")]

    def __str__(self) -> str:
        return self.number
