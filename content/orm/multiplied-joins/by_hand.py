from shop.models import Customer, Item

oskar = Customer.objects.get(pk=51)
items = Item.objects.filter(order__customer=oskar)

print("orders:", len(oskar.orders.all()))
print("spent:", sum(item.subtotal for item in items))
print("reviews:", len(oskar.reviews.all()))
print("spent by all:", sum(item.subtotal for item in Item.objects.all()))
