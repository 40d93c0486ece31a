from django.db.models import F
from warehouse.models import Stock

Stock.objects.filter(pk=1).update(quantity=10)

ada = Stock.objects.get(pk=1)
ben = Stock.objects.get(pk=1)

ada.quantity = F("quantity") - 3
ada.save()
ben.quantity = F("quantity") - 2
ben.save()

print("taken:", 3 + 2)
print("left:", Stock.objects.get(pk=1).quantity)
