from shop.models import Order

orders = Order.objects.filter(customer_id=1)

joined = [order.customer for order in orders.select_related("customer")]
shared = [order.customer for order in orders.prefetch_related("customer")]

# Two names for one object in memory have the same id().
print("orders:", len(joined))
print("customers, joined:", len({id(each) for each in joined}))
print("customers, prefetched:", len({id(each) for each in shared}))

joined[0].name = shared[0].name = "Renamed"
print("renamed, joined:", [each.name for each in joined].count("Renamed"))
print("renamed, prefetched:", [each.name for each in shared].count("Renamed"))
