from django.db import connection
from django.test.utils import CaptureQueriesContext
from shop.models import User

User.objects.create(username="stella", email="stella@example.com")


def count(label, users):
    users = list(users)
    with CaptureQueriesContext(connection) as queries:
        nobody = [user.username for user in users if not hasattr(user, "customer")]
    print(f"{label}: {len(queries)} queries for {len(users)} users, no customer: {nobody}")


count("as they come", User.objects.order_by("-pk")[:20])
count("joined", User.objects.select_related("customer").order_by("-pk")[:20])
