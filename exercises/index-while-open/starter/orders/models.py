"""Orders, as the back office lists them."""

from django.db import models


class Order(models.Model):
    number = models.CharField(max_length=20, unique=True)
    status = models.CharField(max_length=10)
    placed_at = models.DateTimeField()
    archived = models.BooleanField(default=False, db_default=False)

    class Meta:
        indexes = [models.Index(fields=["status", "placed_at"], name="order_status_placed_at")]
