from django.db import connection
from django.http import StreamingHttpResponse
from django.test.utils import CaptureQueriesContext
from shop.models import Order


def lines():
    numbers = Order.objects.values_list("number", flat=True)
    for number in numbers.iterator(chunk_size=200):
        yield f"{number}\n"


with CaptureQueriesContext(connection) as queries:
    response = StreamingHttpResponse(lines(), content_type="text/csv")
    print("Queries when the view returns:", len(queries))
    sent = sum(len(part) for part in response)
    print("Queries when the file is sent:", len(queries))
