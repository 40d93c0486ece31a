from shop.models import Customer, Order


def forget_customer(customer_id):
    for customer in Customer.objects.filter(pk=customer_id):
        Order.objects.filter(customer=customer).delete()
        customer.user.delete()
