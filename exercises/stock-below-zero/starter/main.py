from django.db import IntegrityError
from scanner import book
from taking import NotEnough, take
from warehouse.models import Stock

shelf = Stock.objects.get(depot_id=1, sku="SHELF-001")
Stock.objects.filter(pk=shelf.pk).update(quantity=5)

# One call after the other: all is well.
for customer in ("Ada", "Ben"):
    try:
        take(1, "SHELF-001", 4)
        print(f"{customer}: 4 boxes")
    except NotEnough:
        print(f"{customer}: not enough")

# And then somebody scans a label three times.
try:
    book(1, "SHELF-001", 3)
except IntegrityError as error:
    print("The table refused the scan:", error)

shelf.refresh_from_db()
print("on the shelf:", shelf.quantity)
