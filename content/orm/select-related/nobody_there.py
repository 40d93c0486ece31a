import re

from shop.models import Order


def show(label, orders):
    # From FROM on, with shorter names and without what is behind ON.
    tables = str(orders.query).partition(" FROM ")[2]
    tables = re.sub(r' ON \(.*?\)|shop_|"', "", tables)
    print(f"{label}: {tables}")


orders = Order.objects.select_related("shipping_address")
show("customer", Order.objects.select_related("customer"))
show("address", orders)
show("its customer", Order.objects.select_related("shipping_address__customer"))
show("filtered", orders.filter(shipping_address__city="Porto"))

addresses = [order.shipping_address for order in orders]
print("orders:", len(addresses))
print("without an address:", addresses.count(None))
