import postbox
import tasks
from billing.models import Invoice
from shop.models import Order


def send(numbers):
    for number in numbers:
        invoice, _ = Invoice.objects.get_or_create(order=Order.objects.get(pk=number))
        tasks.send_invoice.delay(invoice.pk)


def mails():
    """What was sent since the last look."""
    sent = sorted(postbox.SENT)
    postbox.SENT.clear()
    return sent


def restart():
    """A new process knows nothing of what the module of the old one held."""
    for name, value in list(vars(tasks).items()):
        if isinstance(value, (set, dict, list)) and not name.startswith("__"):
            value.clear()


def sent():
    return [
        [invoice.order.pk, invoice.sent_at is not None]
        for invoice in Invoice.objects.order_by("order")
    ]
