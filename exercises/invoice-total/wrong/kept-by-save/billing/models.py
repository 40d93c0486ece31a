"""What is billed."""

from decimal import Decimal

from django.db import models


class InvoiceLine(models.Model):
    text = models.CharField(max_length=200)
    quantity = models.PositiveIntegerField(default=1)
    unit_price = models.DecimalField(max_digits=10, decimal_places=2)
    tax_rate = models.DecimalField(max_digits=4, decimal_places=2, default=Decimal("0.20"))
    total = models.DecimalField(max_digits=12, decimal_places=2, editable=False)

    def save(self, *args, **kwargs):
        gross = self.quantity * Decimal(self.unit_price) * (1 + Decimal(self.tax_rate))
        self.total = gross.quantize(Decimal("0.01"))
        super().save(*args, **kwargs)

    def __str__(self):
        return self.text
