import lab
import postbox
from checkout import place_order
from django.db import transaction
from shop.models import Order

place_order(1, 2, 3)
try:
    with transaction.atomic():
        place_order(1, 3, 1)
        raise RuntimeError("The card was declined.")
except RuntimeError as error:
    print(error)

lab.work()
for address, text in postbox.SENT:
    print(address, "reads:", text)
print("New orders in the database:", Order.objects.filter(number__startswith="NEW").count())
