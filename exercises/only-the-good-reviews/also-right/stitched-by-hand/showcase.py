from collections import defaultdict

from django.db.models import Count
from shop.models import Product, Review


def showcase(count):
    """The products of which most are in stock, each with its two newest good reviews."""
    products = list(
        Product.objects.filter(is_active=True)
        .annotate(review_count=Count("reviews"))
        .order_by("-stock", "pk")[:count]
    )
    quotes = defaultdict(list)
    for review in Review.objects.filter(product__in=products, rating__gte=4):
        quotes[review.product_id].append(review.text)
    return [
        {
            "product": product.name,
            "reviews": product.review_count,
            "quotes": quotes[product.pk][:2],
        }
        for product in products
    ]
