# fails: ValueError
from django.db.models import OuterRef
from shop.models import Order

list(Order.objects.filter(customer=OuterRef("pk")))
