import postbox
import reviews
from django.db import transaction
from django.tasks import default_task_backend
from shop.models import Review


def clear():
    Review.objects.all().delete()


def read():
    return {"ratings": dict(postbox.RATINGS), "alerts": list(postbox.ALERTS)}


def within_another():
    """A review posted inside of somebody's transaction; how many tasks went out before its end."""
    before = len(default_task_backend.results)
    with transaction.atomic():
        reviews.post_review(5, 3, 2, "Arrived late.")
        early = len(default_task_backend.results) - before
    return early
