from django.db.models import Avg
from shop.models import Product

product = Product.objects.filter(reviews=None).first()

print("as it is:", product.reviews.aggregate(stars=Avg("rating"))["stars"])
print(
    "with a default:",
    product.reviews.aggregate(stars=Avg("rating", default=0))["stars"],
)
