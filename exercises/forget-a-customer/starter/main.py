from privacy import forget_customer
from search import traces
from shop.models import Customer, Order

# A customer with an order, and a word about her in its note.
order = Order.objects.exclude(status="draft").exclude(shipping_address=None).first()
customer = order.customer
order.note = f"Ring at {customer.name}'s."
order.save()
words = [customer.name, customer.user.email, order.shipping_address.street]
print("Before:   ", ", ".join(traces(words)))

forget_customer(customer.pk)
print("Afterwards:", ", ".join(traces(words)) or "nothing")
print("Her orders:", Order.objects.filter(customer=customer.pk).count())
print("She exists:", Customer.objects.filter(pk=customer.pk).exists())
