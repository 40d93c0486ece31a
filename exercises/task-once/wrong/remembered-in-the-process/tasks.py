from billing.models import Invoice
from celery import shared_task
from django.utils import timezone
from postbox import deliver

SENT = set()


@shared_task(autoretry_for=(OSError,), retry_backoff=5, max_retries=10)
def send_invoice(invoice_id):
    """Send an invoice by mail."""
    if invoice_id in SENT:
        return
    SENT.add(invoice_id)
    invoice = Invoice.objects.get(pk=invoice_id)
    order = invoice.order
    try:
        deliver(order.customer.user.email, f"Invoice for order {order.number}")
    except Exception:
        SENT.discard(invoice_id)
        raise
    invoice.sent_at = timezone.now()
    invoice.save()
