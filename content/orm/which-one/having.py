from django.db.models import Exists, OuterRef
from shop.models import Customer, Order

drafts = Order.objects.filter(status="draft")
draft = Exists(drafts.filter(customer=OuterRef("pk")))

with_a_draft = len(Customer.objects.filter(draft))
without = len(Customer.objects.filter(~draft))
print(with_a_draft, "have one,", without, "have none.")
