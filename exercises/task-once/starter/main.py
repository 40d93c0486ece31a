import lab
import postbox
from billing.models import Invoice
from shop.models import Order
from tasks import send_invoice

invoice = Invoice.objects.create(order=Order.objects.get(pk=1))
send_invoice.delay(invoice.pk)
# The broker is not sure that the message arrived.
lab.celery_worker.deliver_again()

lab.work()
for address, text in postbox.SENT:
    print(address, "reads:", text)
