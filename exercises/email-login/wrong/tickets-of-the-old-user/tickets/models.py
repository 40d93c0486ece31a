"""What people ask for."""

from django.db import models


class Ticket(models.Model):
    author = models.ForeignKey("auth.User", on_delete=models.PROTECT, related_name="tickets")
    subject = models.CharField(max_length=200)

    def __str__(self):
        return self.subject
