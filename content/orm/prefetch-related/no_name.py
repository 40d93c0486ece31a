# fails: TypeError
from django.db.models import Prefetch
from shop.models import Product, Review

# The same slice, under the name of all reviews.
newest = Review.objects.order_by("-created_at", "pk")[:2]
with_newest = Prefetch("reviews", queryset=newest)

for product in Product.objects.prefetch_related(with_newest)[:8]:
    print(product.name, product.reviews.count())
