from billing.models import Invoice
from celery import shared_task
from django.utils import timezone
from postbox import deliver


@shared_task(autoretry_for=(OSError,), retry_backoff=5, max_retries=10)
def send_invoice(invoice_id):
    """Send an invoice by mail."""
    unsent = Invoice.objects.filter(pk=invoice_id, sent_at__isnull=True)
    if unsent.update(sent_at=timezone.now()) == 0:
        return
    order = Invoice.objects.get(pk=invoice_id).order
    try:
        deliver(order.customer.user.email, f"Invoice for order {order.number}")
    except Exception:
        Invoice.objects.filter(pk=invoice_id).update(sent_at=None)
        raise
