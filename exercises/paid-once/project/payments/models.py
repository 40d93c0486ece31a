"""What the provider told."""

from django.db import models
from shop.models import Order


class Payment(models.Model):
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="payments")
    amount = models.DecimalField(max_digits=10, decimal_places=2)


class ReceivedEvent(models.Model):
    """An event that was handled."""

    event_id = models.CharField(max_length=80, unique=True)
    received_at = models.DateTimeField(auto_now_add=True)
