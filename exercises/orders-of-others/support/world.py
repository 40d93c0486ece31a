"""Two customers with two orders each, and somebody of the staff."""

from shop.models import Address, Customer, Order, User


def two_customers():
    names = {}
    customers = list(Customer.objects.order_by("pk")[:2])
    orders = list(Order.objects.order_by("pk"))
    for number, order in enumerate(orders):
        order.customer = customers[number % 2]
        order.shipping_address = customers[number % 2].addresses.get(kind=Address.Kind.SHIPPING)
        order.status = Order.Status.PAID
        order.save()
    for name, customer, order in zip(("anna", "bruno"), customers, orders):
        names[name] = customer.user.username
        names[f"customer_{name}"] = customer.pk
        names[f"address_{name}"] = order.shipping_address_id
        names[f"of_{name}"] = order.pk
    names["staff"] = User.objects.create(username="stella", email="stella@example.com").username
    return names


def owner(pk):
    order = Order.objects.get(pk=pk)
    return [order.customer_id, order.shipping_address_id]


def orders():
    fields = ("pk", "customer_id", "shipping_address_id", "status", "note")
    return [list(row) for row in Order.objects.order_by("pk").values_list(*fields)]
