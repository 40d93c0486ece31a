from shop.models import Customer, Order

# Rows that came along with others.
for customer in Customer.objects.prefetch_related("orders").order_by("pk")[:4]:
    if customer.orders.exists():
        orders = customer.orders
        print(customer.name, orders.count(), len(orders.all()))

# Rows that were fetched above.
drafts = Order.objects.filter(status="draft")
numbers = [order.number for order in drafts]
print(drafts.exists(), drafts.count() == len(drafts) == len(numbers))
