from shop.models import Order

orders = Order.objects.filter(customer_id=1)

joined = [order.customer for order in orders.select_related("customer")]
prefetched = [order.customer for order in orders.prefetch_related("customer")]

# Two names for one object in memory have the same id().
print("orders:", len(joined))
print("customers, joined:", len({id(customer) for customer in joined}))
print("customers, prefetched:", len({id(customer) for customer in prefetched}))

joined[0].name = prefetched[0].name = "Renamed"
print("renamed, joined:", [customer.name for customer in joined].count("Renamed"))
print("renamed, prefetched:", [customer.name for customer in prefetched].count("Renamed"))
