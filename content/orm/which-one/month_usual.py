from collections import Counter

from shop.models import Order

months = Counter(f"{order.placed_at:%Y-%m}" for order in Order.objects.all())

for month, number in sorted(months.items()):
    print(month, number)
