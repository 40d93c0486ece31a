from mailing.models import Delivery


def delivery_log():
    """A row for each delivery, in the order in which they were sent."""
    deliveries = Delivery.objects.order_by("sent_at", "pk")
    return [
        {
            "to": email,
            "subject": subject,
            "greeting": body.split("\n")[0].format(name=name),
        }
        for email, name, subject, body in deliveries.values_list(
            "email", "name", "letter__subject", "letter__body"
        )
    ]
