from django.db.models import F
from shop.models import Product

Product.objects.filter(stock__gte=5).update(stock=F("stock") - 5)

print(Product.objects.filter(stock=0).count(), "sold out")
