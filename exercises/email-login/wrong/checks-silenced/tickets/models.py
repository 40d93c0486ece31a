"""What people ask for."""

from django.conf import settings
from django.db import models


class Ticket(models.Model):
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="tickets"
    )
    subject = models.CharField(max_length=200)

    def __str__(self):
        return self.subject
