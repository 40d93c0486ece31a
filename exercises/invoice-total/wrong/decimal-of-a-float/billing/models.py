"""What is billed."""

from decimal import Decimal

from django.db import models
from django.db.models import F
from django.db.models.functions import Round


class InvoiceLine(models.Model):
    text = models.CharField(max_length=200)
    quantity = models.PositiveIntegerField(default=1)
    unit_price = models.DecimalField(max_digits=10, decimal_places=2)
    tax_rate = models.DecimalField(max_digits=4, decimal_places=2, default=Decimal(0.20))
    total = models.GeneratedField(
        expression=Round(F("quantity") * F("unit_price") * (1 + F("tax_rate")), 2),
        output_field=models.DecimalField(max_digits=12, decimal_places=2),
        db_persist=True,
    )

    def __str__(self):
        return self.text
