"""What the shop sends to its subscribers, and who got it."""

from django.db import models


class Letter(models.Model):
    subject = models.CharField(max_length=120)
    # The whole letter. Its first line is the greeting, of at most 80 characters,
    # with {name} where the name belongs.
    body = models.TextField()

    def __str__(self) -> str:
        return self.subject


class Delivery(models.Model):
    """One letter, to one subscriber."""

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="deliveries")
    name = models.CharField(max_length=120)
    email = models.EmailField()
    sent_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "deliveries"

    def __str__(self) -> str:
        return f"to {self.name}"
