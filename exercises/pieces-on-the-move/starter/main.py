from transfers import NotEnough, move
from warehouse.models import Stock, Transfer

SKU = "SHELF-001"
Stock.objects.filter(sku=SKU).update(quantity=5)

# One after the other: the third finds too little left.
for target_id in (2, 3, 4):
    try:
        move(source_id=1, target_id=target_id, sku=SKU, quantity=2)
        print(f"2 pieces to depot {target_id}")
    except NotEnough:
        print(f"not enough for depot {target_id}")

print(dict(Stock.objects.filter(sku=SKU).order_by("depot").values_list("depot__name", "quantity")))
print(Transfer.objects.count(), "transfers")
