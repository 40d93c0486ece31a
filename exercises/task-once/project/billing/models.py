"""Invoices, one for each order that is billed."""

from django.db import models
from shop.models import Order


class Invoice(models.Model):
    order = models.OneToOneField(Order, on_delete=models.PROTECT, related_name="invoice")
    sent_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"Invoice for {self.order.number}"
