from mailing.models import Delivery, Letter


def delivery_log():
    """A row for each delivery, in the order in which they were sent."""
    letters = Letter.objects.in_bulk()
    return [
        {
            "to": delivery.email,
            "subject": letters[delivery.letter_id].subject,
            "greeting": letters[delivery.letter_id].body.split("\n")[0].format(name=delivery.name),
        }
        for delivery in Delivery.objects.order_by("sent_at", "pk")
    ]
