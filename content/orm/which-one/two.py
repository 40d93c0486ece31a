from django.db.models import Count, OuterRef, Subquery
from shop.models import Item, Product, Review


def number_of(model):
    rows = model.objects.order_by().filter(product=OuterRef("pk"))
    return Subquery(rows.values("product").values(n=Count("pk")))


products = Product.objects.annotate(
    sales=number_of(Item),
    opinions=number_of(Review),
)

print("Counted:", sum(each.sales or 0 for each in products), "sales")
print("And:", sum(each.opinions or 0 for each in products), "reviews")
