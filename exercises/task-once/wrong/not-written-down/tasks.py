from billing.models import Invoice
from celery import shared_task
from django.core.cache import cache
from postbox import deliver


@shared_task(autoretry_for=(OSError,), retry_backoff=5, max_retries=10)
def send_invoice(invoice_id):
    """Send an invoice by mail."""
    if not cache.add(f"invoice:{invoice_id}", 1, timeout=None):
        return
    invoice = Invoice.objects.get(pk=invoice_id)
    order = invoice.order
    try:
        deliver(order.customer.user.email, f"Invoice for order {order.number}")
    except Exception:
        cache.delete(f"invoice:{invoice_id}")
        raise
