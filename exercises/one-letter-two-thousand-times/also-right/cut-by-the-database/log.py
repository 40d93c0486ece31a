from django.db.models import Value
from django.db.models.functions import Left, StrIndex
from mailing.models import Delivery


def delivery_log():
    """A row for each delivery, in the order in which they were sent."""
    first_line = Left("letter__body", StrIndex("letter__body", Value("\n")) - 1)
    deliveries = Delivery.objects.annotate(greeting=first_line).order_by("sent_at", "pk")
    return [
        {"to": email, "subject": subject, "greeting": greeting.format(name=name)}
        for email, name, subject, greeting in deliveries.values_list(
            "email", "name", "letter__subject", "greeting"
        )
    ]
