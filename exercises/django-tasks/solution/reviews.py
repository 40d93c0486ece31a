from functools import partial

from django.db import transaction
from django.utils import timezone
from shop.models import Review
from tasks import alert_support, update_rating


def post_review(customer_id, product_id, rating, text):
    """Store a review; its rating."""
    with transaction.atomic():
        review = Review.objects.create(
            customer_id=customer_id,
            product_id=product_id,
            rating=rating,
            text=text,
            created_at=timezone.now(),
        )
        transaction.on_commit(partial(update_rating.enqueue, product_id))
        if rating <= 2:
            transaction.on_commit(partial(alert_support.enqueue, review.pk))
    return review.rating
