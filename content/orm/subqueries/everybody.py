from shop.models import Customer

unsubscribed = []

print("customers:", Customer.objects.count())
print("not in an empty list:", Customer.objects.exclude(pk__in=unsubscribed).count())
