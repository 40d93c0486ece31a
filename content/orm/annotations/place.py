from django.db.models import Count, Q
from shop.models import Customer

canceled = Q(orders__status="canceled")
before = Customer.objects.filter(canceled).annotate(number=Count("orders"))
after = Customer.objects.annotate(number=Count("orders")).filter(canceled)

customer = Customer.objects.get(pk=1)
print("orders:", customer.orders.count())
print("canceled orders:", customer.orders.filter(status="canceled").count())
print("filter, then annotate:", before.get(pk=1).number)
print("annotate, then filter:", after.get(pk=1).number)
