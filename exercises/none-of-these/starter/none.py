from shop.models import Address, Customer, Order

shipping = Address.objects.filter(kind="shipping")


def nothing_in_it():
    orders = Order.objects.filter(number__in=[])
    homeless = Order.objects.filter(shipping_address__in=[None])
    return len(orders) + len(homeless)


def asked_first():
    paid = Order.objects.filter(status="paid").values("customer")
    if paid:
        return list(Customer.objects.filter(pk__in=paid))
    return []


def by_list():
    used = list(Order.objects.values_list("shipping_address", flat=True))
    return list(shipping.exclude(pk__in=used))


def by_queryset():
    used = Order.objects.values("shipping_address")
    return list(shipping.exclude(pk__in=used))


def not_to_germany():
    return list(Order.objects.exclude(shipping_address__country="DE"))


def nobody_paid():
    return list(Customer.objects.exclude(orders__status="paid"))
