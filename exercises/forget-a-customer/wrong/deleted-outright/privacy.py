from shop.models import Customer


def forget_customer(customer_id):
    customer = Customer.objects.get(pk=customer_id)
    customer.user.delete()
