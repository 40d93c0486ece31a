from shop.models import Order


def chained():
    orders = Order.objects.filter(status="paid")
    orders = orders.exclude(note="").order_by("number")
    newest = orders[:5]
    assert newest is not None


def twice():
    orders = Order.objects.filter(status="paid")
    for order in orders:
        order.number.lower()
    for order in orders:
        order.number.upper()
    return len(orders)


def renewed():
    orders = Order.objects.order_by("number")
    first = list(orders)
    second = list(orders.all())
    third = list(orders.filter(status="paid"))
    return len(first) + len(second) + len(third)


def indexed():
    orders = Order.objects.order_by("number")
    return orders[0].number, orders[1].number, orders[0].number


def related():
    names = []
    for order in Order.objects.order_by("number")[:10]:
        names.append(order.customer.name)
    return names
