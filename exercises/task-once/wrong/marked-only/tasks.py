from billing.models import Invoice
from celery import shared_task
from django.utils import timezone
from postbox import deliver


@shared_task(autoretry_for=(OSError,), retry_backoff=5, max_retries=10)
def send_invoice(invoice_id):
    """Send an invoice by mail."""
    Invoice.objects.filter(pk=invoice_id, sent_at=None).update(sent_at=timezone.now())
