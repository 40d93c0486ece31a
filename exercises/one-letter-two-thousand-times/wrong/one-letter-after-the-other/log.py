from mailing.models import Letter


def delivery_log():
    """A row for each delivery, in the order in which they were sent."""
    rows = []
    for letter in Letter.objects.all():
        for delivery in letter.deliveries.all():
            row = {
                "to": delivery.email,
                "subject": letter.subject,
                "greeting": letter.body.split("\n")[0].format(name=delivery.name),
            }
            rows.append((delivery.sent_at, delivery.pk, row))
    return [row for _, _, row in sorted(rows, key=lambda each: each[:2])]
