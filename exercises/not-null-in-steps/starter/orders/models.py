"""Orders, as this release knows them."""

from django.db import models

from .regions import region_of


class Order(models.Model):
    number = models.CharField(max_length=20, unique=True)
    country = models.CharField(max_length=2)
    region = models.CharField(max_length=2)

    def save(self, *args, **kwargs):
        if not self.region:
            self.region = region_of(self.country)
        super().save(*args, **kwargs)
