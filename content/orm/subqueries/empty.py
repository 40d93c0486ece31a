from shop.models import Customer

nobody = Customer.objects.none()

print("in an empty list:", Customer.objects.filter(pk__in=[]).count())
print("in none():", Customer.objects.filter(pk__in=nobody).count())
print("in a list of None:", Customer.objects.filter(pk__in=[None]).count())
