from django.db.models import Avg
from postbox import deliver, store_rating
from shop.models import Review


def update_rating(product_id):
    """Compute the average rating of a product, and publish it."""
    average = Review.objects.filter(product=product_id).aggregate(value=Avg("rating"))["value"]
    store_rating(product_id, round(average, 1))


def alert_support(review):
    """Tell support about a bad review."""
    deliver(f"{review.rating}/5 for {review.product.name}: {review.text}")
