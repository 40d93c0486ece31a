from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from shop.models import Order


@transaction.atomic
def set_note(number, note):
    with transaction.atomic():
        Order.objects.filter(number=number).update(note=note)


with CaptureQueriesContext(connection) as queries:
    set_note("BR-000001", "Ring twice.")

for query in queries:
    print(query["sql"].split()[0])
