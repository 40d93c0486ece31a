from django.db.models import F
from warehouse.models import Stock

Stock.objects.filter(pk=1).update(quantity=10)

shelf = Stock.objects.get(pk=1)
shelf.quantity = F("quantity") - 1
shelf.save()
print("on the instance:", shelf.quantity)

# Somewhere further down, for another reason.
shelf.sku = "SHELF-001-B"
shelf.save()
print("in the database:", Stock.objects.get(pk=1).quantity)
