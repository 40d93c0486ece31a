from billing.models import Invoice
from celery import shared_task
from django.utils import timezone
from postbox import deliver


@shared_task(autoretry_for=(OSError,), retry_backoff=5, max_retries=10)
def send_invoice(invoice_id):
    """Send an invoice by mail."""
    invoice = Invoice.objects.get(pk=invoice_id)
    if invoice.sent_at is not None:
        return
    order = invoice.order
    deliver(order.customer.user.email, f"Invoice for order {order.number}")
    invoice.sent_at = timezone.now()
    invoice.save()
