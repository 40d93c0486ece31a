from django.db.models import Prefetch
from shop.models import Product, Review

# Two for each product, not two in all.
newest = Review.objects.order_by("-created_at", "pk")[:2]
products = Product.objects.prefetch_related(Prefetch("reviews", newest, to_attr="newest"))

for product in products.order_by("pk")[:8]:
    print(product.name, [review.rating for review in product.newest])
