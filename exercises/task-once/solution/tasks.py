from billing.models import Invoice
from celery import shared_task
from django.db import transaction
from django.utils import timezone
from postbox import deliver


@shared_task(autoretry_for=(OSError,), retry_backoff=5, max_retries=10)
def send_invoice(invoice_id):
    """Send an invoice by mail."""
    with transaction.atomic():
        unsent = Invoice.objects.filter(pk=invoice_id, sent_at=None)
        if not unsent.update(sent_at=timezone.now()):
            # Another run has it, or had it.
            return
        order = Invoice.objects.get(pk=invoice_id).order
        deliver(order.customer.user.email, f"Invoice for order {order.number}")
