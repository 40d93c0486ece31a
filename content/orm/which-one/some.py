from django.db.models import Prefetch
from shop.models import Customer, Order

drafts = Order.objects.filter(status="draft")
drafts = Prefetch("orders", drafts, to_attr="drafts")
customers = Customer.objects.prefetch_related(drafts).order_by("pk")

for customer in customers[:5]:
    print(customer.name, *customer.drafts)
