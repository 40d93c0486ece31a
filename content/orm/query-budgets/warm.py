from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from shop.models import Order

for name in ("The first call", "The second call"):
    with CaptureQueriesContext(connection) as queries:
        ContentType.objects.get_for_model(Order)
    print(f"{name}: {len(queries)}")
