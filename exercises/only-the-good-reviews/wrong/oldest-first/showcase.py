from django.db.models import Count, Prefetch
from shop.models import Product, Review


def showcase(count):
    """The products of which most are in stock, each with its two newest good reviews."""
    good = Review.objects.filter(rating__gte=4).order_by("pk")
    products = (
        Product.objects.filter(is_active=True)
        .annotate(review_count=Count("reviews"))
        .prefetch_related(Prefetch("reviews", queryset=good, to_attr="good_reviews"))
    )
    return [
        {
            "product": product.name,
            "reviews": product.review_count,
            "quotes": [review.text for review in product.good_reviews[:2]],
        }
        for product in products.order_by("-stock", "pk")[:count]
    ]
