# fails: FieldError
from django.db.models import Count
from shop.models import Customer

Customer.objects.annotate(placed=Count("order")).first()
