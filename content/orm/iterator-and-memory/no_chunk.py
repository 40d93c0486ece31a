# fails: ValueError
from shop.models import Order

for order in Order.objects.prefetch_related("items").iterator():
    print(order.number, order.items.count())
