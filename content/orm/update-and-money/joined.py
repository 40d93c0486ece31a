# fails: FieldError
from django.db.models import F
from shop.models import Item

Item.objects.update(unit_price=F("product__price"))
