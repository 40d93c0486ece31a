from billing.models import Invoice
from celery import shared_task
from django.core.cache import cache
from django.utils import timezone
from postbox import deliver


@shared_task(autoretry_for=(OSError,), retry_backoff=5, max_retries=10)
def send_invoice(invoice_id):
    """Send an invoice by mail."""
    claim = f"invoice-sending:{invoice_id}"
    if not cache.add(claim, 1, timeout=600):
        return
    try:
        invoice = Invoice.objects.get(pk=invoice_id)
        if invoice.sent_at is None:
            order = invoice.order
            deliver(order.customer.user.email, f"Invoice for order {order.number}")
            invoice.sent_at = timezone.now()
            invoice.save(update_fields=["sent_at"])
    finally:
        cache.delete(claim)
