from django.db.models import F
from warehouse.models import Stock

Stock.objects.filter(pk=1).update(quantity=1)


def take(pieces):
    shelf = Stock.objects.filter(pk=1)
    shelf.update(quantity=F("quantity") - pieces)


take(1)
take(1)
take(1)
print("left:", Stock.objects.get(pk=1).quantity)
