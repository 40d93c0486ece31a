from billing.models import Invoice
from celery import shared_task
from django.db import transaction
from django.utils import timezone
from postbox import deliver


@shared_task(autoretry_for=(OSError,), retry_backoff=5, max_retries=10)
def send_invoice(invoice_id):
    """Send an invoice by mail."""
    with transaction.atomic():
        unsent = Invoice.objects.select_for_update().filter(pk=invoice_id, sent_at=None)
        invoice = unsent.first()
        if invoice is None:
            return
        order = invoice.order
        deliver(order.customer.user.email, f"Invoice for order {order.number}")
        invoice.sent_at = timezone.now()
        invoice.save()
