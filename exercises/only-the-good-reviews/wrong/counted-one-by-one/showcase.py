from django.db.models import Prefetch
from shop.models import Product, Review


def showcase(count):
    """The products of which most are in stock, each with its two newest good reviews."""
    good = Review.objects.filter(rating__gte=4)
    products = (
        Product.objects.filter(is_active=True)
        .prefetch_related(Prefetch("reviews", queryset=good, to_attr="good_reviews"))
    )
    return [
        {
            "product": product.name,
            "reviews": product.reviews.count(),
            "quotes": [review.text for review in product.good_reviews[:2]],
        }
        for product in products.order_by("-stock", "pk")[:count]
    ]
