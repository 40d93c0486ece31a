# fails: FieldError
from django.db.models import F
from shop.models import Product

Product.objects.annotate(sale_price=F("price") * 0.9).first()
