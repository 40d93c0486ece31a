from django.db.models import Exists, OuterRef
from shop.models import Customer, Order

# "Is there a paid order whose customer is the customer in this row?"
paid = Order.objects.filter(customer=OuterRef("pk"), status="paid")

print("with one:", Customer.objects.filter(Exists(paid)).count())
print("without:", Customer.objects.filter(~Exists(paid)).count())

# A join gives a row for each paid order, and some customers have two.
print("joined:", Customer.objects.filter(orders__status="paid").count())

# As a column, for rows that you want either way.
for customer in Customer.objects.annotate(waits=Exists(paid))[:3]:
    print(customer.name, customer.waits)
