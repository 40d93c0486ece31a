from mailing.models import Delivery


def delivery_log():
    """A row for each delivery, in the order in which they were sent."""
    deliveries = Delivery.objects.select_related("letter").only("email", "name", "letter__subject").order_by("sent_at", "pk")
    return [
        {
            "to": delivery.email,
            "subject": delivery.letter.subject,
            "greeting": f"Dear {delivery.name},",
        }
        for delivery in deliveries
    ]
