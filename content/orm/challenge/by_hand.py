from django.db.models import Sum
from shop.models import Customer, Item

customer = (
    Customer.objects.filter(orders__items__isnull=False).order_by("pk").first()
)

# In Python, one line after the other: slow, and easy to believe.
pieces = 0
for order in customer.orders.all():
    for item in order.items.all():
        pieces += item.quantity
print(f"by hand: {pieces} pieces")

# The query that the page would use.
mine = Item.objects.filter(order__customer=customer)
print(f"the page: {mine.aggregate(sum=Sum('quantity'))['sum']} pieces")
