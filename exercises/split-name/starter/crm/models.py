"""Customers, as they are today."""

from django.db import models


class Customer(models.Model):
    given_name = models.CharField(max_length=100, blank=True)
    family_name = models.CharField(max_length=100, blank=True)

    @property
    def full_name(self):
        return f"{self.given_name} {self.family_name}".strip()
