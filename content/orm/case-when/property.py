# fails: FieldError
from shop.models import Item

item = Item.objects.select_related("product").first()
# A property of the model: Python works it out, from what is loaded anyway.
print(item, "costs", item.subtotal)

# The database has never heard of it.
Item.objects.filter(subtotal__gte=500)
