from shop.models import Item

for item in Item.objects.order_by("pk")[:8]:
    # No relation is named here. `__str__` of the model names one.
    print(f"{item}: {item.subtotal}")
