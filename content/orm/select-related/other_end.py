from django.db import connection
from django.test.utils import CaptureQueriesContext
from shop.models import User

User.objects.create(username="stella", email="stella@example.com")


def count(label, users):
    users = list(users.order_by("-pk")[:20])
    with CaptureQueriesContext(connection) as queries:
        strangers = [user for user in users if not hasattr(user, "customer")]
    print(f"{label}: {len(queries)} queries, {strangers}")


count("as they come", User.objects.all())
count("joined", User.objects.select_related("customer"))
