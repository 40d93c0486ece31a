from django.db import connection
from django.db.models import F
from shop.models import Product

Product.objects.update(price="19.99")
Product.objects.update(price=F("price") * 0.9)

product = Product.objects.first()
print("shown:", product.price)
print(
    "found by that price:", Product.objects.filter(price=product.price).count()
)

with connection.cursor() as cursor:
    cursor.execute("SELECT price FROM shop_product WHERE id = %s", [product.pk])
    print("stored:", cursor.fetchone()[0])
