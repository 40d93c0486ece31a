from shop.models import Customer

with_a_draft = without = 0
for customer in Customer.objects.all():
    if customer.orders.filter(status="draft").exists():
        with_a_draft += 1
    else:
        without += 1

print(with_a_draft, "have one,", without, "have none.")
