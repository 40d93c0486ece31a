"""What is billed."""

from decimal import ROUND_HALF_UP, Decimal

from django.db import models


class InvoiceLine(models.Model):
    text = models.CharField(max_length=200)
    quantity = models.PositiveIntegerField(default=1)
    unit_price = models.DecimalField(max_digits=10, decimal_places=2)
    tax_rate = models.DecimalField(max_digits=4, decimal_places=2, default=0.20)

    def __str__(self):
        return self.text

    @property
    def total(self):
        gross = self.quantity * Decimal(self.unit_price) * (1 + Decimal(str(self.tax_rate)))
        return gross.quantize(Decimal("0.01"), ROUND_HALF_UP)
