"""Who orders what."""

from django.core.validators import MinValueValidator
from django.db import IntegrityError, models
from django.db.models import Q


class Customer(models.Model):
    name = models.CharField(max_length=120)

    def __str__(self):
        return self.name


class Product(models.Model):
    name = models.CharField(max_length=120)

    def __str__(self):
        return self.name


class Order(models.Model):
    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        PAID = "paid", "Paid"
        SHIPPED = "shipped", "Shipped"

    number = models.CharField(max_length=20, unique=True)
    customer = models.ForeignKey(
        Customer, on_delete=models.SET_NULL, null=True, blank=True, related_name="orders"
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    paid_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["draft", "paid", "shipped"]), name="order_status_known"
            ),
            models.CheckConstraint(
                condition=Q(status="draft") | Q(paid_at__isnull=False), name="order_paid_has_date"
            ),
            models.UniqueConstraint(
                fields=["customer"], condition=Q(status="draft"), name="one_draft_per_customer"
            ),
        ]

    def __str__(self):
        return self.number


class Line(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines")
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="lines")
    quantity = models.IntegerField(default=1, validators=[MinValueValidator(1)])
    unit_price = models.DecimalField(
        max_digits=10, decimal_places=2, validators=[MinValueValidator(0)]
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["order", "product"], name="one_line_per_product"),
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.quantity < 1:
            raise IntegrityError("CHECK constraint failed: line_quantity_positive")

    def __str__(self):
        return f"{self.quantity} × {self.product}"
