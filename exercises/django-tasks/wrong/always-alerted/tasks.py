from django.db.models import Avg
from django.tasks import task
from postbox import deliver, store_rating
from shop.models import Review


@task
def update_rating(product_id):
    """Compute the average rating of a product, and publish it."""
    average = Review.objects.filter(product=product_id).aggregate(value=Avg("rating"))["value"]
    store_rating(product_id, round(average, 1))


@task(priority=50, queue_name="support")
def alert_support(review_id):
    """Tell support about a bad review."""
    review = Review.objects.select_related("product").get(pk=review_id)
    deliver(f"{review.rating}/5 for {review.product.name}: {review.text}")
