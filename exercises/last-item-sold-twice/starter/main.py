from sales import SoldOut, sell
from shop.models import Item, Order, Product

lamp = Product.objects.order_by("pk").first()
Product.objects.filter(pk=lamp.pk).update(stock=1)
Item.objects.filter(product=lamp).delete()

# One call after the other: the second one finds nothing left.
for order in Order.objects.order_by("pk")[:2]:
    try:
        sell(order.pk, lamp.pk)
        print(f"{order}: sold")
    except SoldOut:
        print(f"{order}: sold out")

lamp.refresh_from_db()
print(f"stock {lamp.stock}, sold {lamp.items.count()}")
