from shop.models import Customer, Order

paid = Order.objects.filter(status=Order.Status.PAID)

right = Customer.objects.filter(pk__in=paid.values("customer_id"))
# Without values(), the subquery selects the keys of the orders.
wrong = Customer.objects.filter(pk__in=paid)

print("right:", right.count())
print("wrong:", wrong.count())
print("wrong, and without a paid order:", wrong.difference(right).count())
