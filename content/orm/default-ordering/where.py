from django.db import connection
from django.db.models import Avg, Count
from django.test.utils import CaptureQueriesContext
from shop.models import Product, Review


def sorts(words, use):
    with CaptureQueriesContext(connection) as queries:
        use(Review.objects.all())
    print(
        f"{words}:", "sorts" if "ORDER BY" in queries[-1]["sql"] else "does not"
    )


sorts("list()", list)
sorts("[:5]", lambda reviews: list(reviews[:5]))
sorts("first()", lambda reviews: reviews.first())
sorts(
    "product.reviews",
    lambda reviews: list(Product.objects.get(pk=1).reviews.all()),
)
sorts("count()", lambda reviews: reviews.count())
sorts("exists()", lambda reviews: reviews.exists())
sorts("aggregate()", lambda reviews: reviews.aggregate(Avg("rating")))
sorts(
    "a subquery",
    lambda reviews: list(Product.objects.filter(reviews__in=reviews)),
)
sorts(
    "groups",
    lambda reviews: list(reviews.values("rating").annotate(Count("pk"))),
)
sorts(
    "rows with a count",
    lambda reviews: list(reviews.annotate(Count("customer__orders"))),
)
