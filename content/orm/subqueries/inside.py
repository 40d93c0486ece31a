from shop.models import Customer, Order

# Not evaluated: it becomes a SELECT inside the other one.
paid = Order.objects.filter(status=Order.Status.PAID)
customers = Customer.objects.filter(pk__in=paid.values("customer_id"))

print("customers found:", len(customers))
