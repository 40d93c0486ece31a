from warehouse.models import Stock

Stock.objects.filter(pk=1).update(quantity=10)

# Two requests read the row before either of them writes.
ada = Stock.objects.get(pk=1)
ben = Stock.objects.get(pk=1)

ada.quantity -= 3
ada.save()
ben.quantity -= 2
ben.save()

print("taken:", 3 + 2)
print("left:", Stock.objects.get(pk=1).quantity)
