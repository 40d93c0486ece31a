import re

from shop.models import Order


def show(label, orders):
    # The SQL from FROM on, with shorter names and without the conditions of the joins.
    tables = str(orders.query).partition(" FROM ")[2].replace("shop_", "").replace('"', "")
    print(f"{label}: {re.sub(r' ON \(.*?\)', '', tables)}")


orders = Order.objects.select_related("shipping_address")
show("customer", Order.objects.select_related("customer"))
show("address", orders)
show("and whose it is", Order.objects.select_related("shipping_address__customer"))
show("filtered", orders.filter(shipping_address__city="Porto"))

addresses = [order.shipping_address for order in orders]
print("orders:", len(addresses))
print("without an address:", addresses.count(None))
