from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from orders.models import Customer, Line, Order, Product

ada = Customer.objects.create(name="Ada")
mug = Product.objects.create(name="Mug")
order = Order.objects.create(number="A-1", customer=ada)
Line.objects.create(order=order, product=mug, quantity=2, unit_price="9.50")

ATTEMPTS = {
    "a line of 0 mugs": Line(order=order, product=mug, quantity=0, unit_price="9.50"),
    "a line of mugs for -1": Line(order=order, product=mug, quantity=1, unit_price="-1.00"),
    "a paid order without a date": Order(number="A-2", customer=ada, status="paid"),
    "an order that is payed": Order(number="A-3", customer=ada, status="payed"),
    "a second draft": Order(number="A-4", customer=ada),
}
for what, row in ATTEMPTS.items():
    try:
        with transaction.atomic():
            row.save()
        print(f"The import wrote {what}.")
    except IntegrityError as error:
        print(f"Refused: {what} ({error}).")

for row in (mug, ada):
    try:
        with transaction.atomic():
            _, deleted = row.delete()
        print(f"Deleted {row}: {deleted}")
    except (IntegrityError, ProtectedError) as error:
        print(f"Not deleted: {row}. {error.args[0]}")
print("Orders left:", Order.objects.count())
