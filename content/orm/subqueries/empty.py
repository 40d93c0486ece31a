from shop.models import Customer

print("in an empty list:", Customer.objects.filter(pk__in=[]).count())
print("in none():", Customer.objects.filter(pk__in=Customer.objects.none()).count())
print("in a list of None:", Customer.objects.filter(pk__in=[None]).count())
