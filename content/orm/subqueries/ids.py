from shop.models import Customer, Order

paid = Order.objects.filter(status=Order.Status.PAID)

# The keys travel to Python, and all of them back again as parameters.
ids = list(paid.values_list("customer_id", flat=True))
customers = Customer.objects.filter(pk__in=ids)

print("keys fetched:", len(ids))
print("customers found:", len(customers))
