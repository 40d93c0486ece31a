# fails: AttributeError
from shop.models import Item

row = Item.objects.values("quantity", "unit_price").first()
print(row)

# Item has a property for this. A dict has not.
print(row["quantity"] * row["unit_price"], "by hand")
print(row.subtotal)
