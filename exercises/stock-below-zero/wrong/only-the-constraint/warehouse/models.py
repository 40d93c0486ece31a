"""The warehouse: depots, what is on their shelves, and the parcels that leave them."""

from django.db import models


class Depot(models.Model):
    name = models.CharField(max_length=60, unique=True)

    def __str__(self) -> str:
        return self.name


class Stock(models.Model):
    """How many pieces of an article lie in a depot."""

    depot = models.ForeignKey(Depot, on_delete=models.CASCADE, related_name="stock")
    sku = models.CharField("SKU", max_length=20)
    quantity = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["depot", "sku"], name="one_stock_per_depot"),
            models.CheckConstraint(
                condition=models.Q(quantity__gte=0), name="stock_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.sku} in {self.depot}"


class Transfer(models.Model):
    """Pieces that were moved from one depot to another."""

    source = models.ForeignKey(Depot, on_delete=models.PROTECT, related_name="sent")
    target = models.ForeignKey(Depot, on_delete=models.PROTECT, related_name="received")
    sku = models.CharField("SKU", max_length=20)
    quantity = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.quantity} × {self.sku}: {self.source} to {self.target}"


class Parcel(models.Model):
    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting"
        ON_THE_WAY = "on_the_way", "On the way"
        DELIVERED = "delivered", "Delivered"
        LOST = "lost", "Lost"

    code = models.CharField(max_length=20, unique=True)
    depot = models.ForeignKey(Depot, on_delete=models.PROTECT, related_name="parcels")
    status = models.CharField(max_length=12, choices=Status, default=Status.WAITING)
    handed_in_at = models.DateTimeField()
    delivered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["status"], name="parcel_status"),
            models.Index(fields=["handed_in_at"], name="parcel_handed_in_at"),
        ]

    def __str__(self) -> str:
        return self.code
