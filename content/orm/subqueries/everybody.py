from shop.models import Customer

unsubscribed = []
others = Customer.objects.exclude(pk__in=unsubscribed)

print("customers:", Customer.objects.count())
print("not in an empty list:", others.count())
