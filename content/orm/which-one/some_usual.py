from shop.models import Customer

customers = Customer.objects.prefetch_related("orders").order_by("pk")

for customer in customers[:5]:
    # A new question: what was prefetched does not answer it.
    print(customer.name, *customer.orders.filter(status="draft"))
