from desk.models import Agent
from django.core.management import call_command
from django.db import models


class Shift(models.Model):
    agent = models.ForeignKey(Agent, on_delete=models.CASCADE)
    minutes = models.PositiveIntegerField()

    class Meta:
        app_label = "desk"
        indexes = [
            models.Index(
                fields=["agent"], include=["minutes"], name="shift_agent"
            )
        ]


call_command("check")
