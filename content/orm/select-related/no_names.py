import warnings

from shop.models import Order

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    orders = Order.objects.select_related()

print("tables:", str(orders.query).count("JOIN") + 1)
for order in orders.exclude(shipping_address=None)[:5]:
    print(f"  {order.customer.name}, {order.shipping_address.city}")

print("warnings:", len(caught))
for each in caught:
    print(f"{each.category.__name__}: {each.message}")
