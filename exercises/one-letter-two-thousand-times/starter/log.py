from mailing.models import Delivery


def delivery_log():
    """A row for each delivery, in the order in which they were sent."""
    deliveries = Delivery.objects.select_related("letter").order_by("sent_at", "pk")
    return [
        {
            "to": delivery.email,
            "subject": delivery.letter.subject,
            "greeting": delivery.letter.body.split("\n")[0].format(name=delivery.name),
        }
        for delivery in deliveries
    ]
