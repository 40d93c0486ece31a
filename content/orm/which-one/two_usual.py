from django.db.models import Count
from shop.models import Product

# Two joins: each item of a product meets each of its reviews.
products = Product.objects.annotate(
    sales=Count("items"),
    opinions=Count("reviews"),
)

print("Counted:", sum(each.sales for each in products), "sales")
print("And:", sum(each.opinions for each in products), "reviews")
