from django.db.models import Prefetch
from shop.models import Product, Review

# Two for each product, not two in all.
newest = Review.objects.order_by("-created_at", "pk")[:2]
with_newest = Prefetch("reviews", queryset=newest, to_attr="newest")
products = Product.objects.prefetch_related(with_newest).order_by("pk")

for product in products[:8]:
    print(product.name, [review.rating for review in product.newest])
