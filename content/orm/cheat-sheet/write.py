from decimal import Decimal

from django.db.models import F
from django.db.models.functions import Round
from shop.models import Order, Product, Tag

orders, products = Order.objects, Product.objects
tags = Tag.objects

names = [f"tag {number}" for number in range(20)]

#: one-by-one
for name in names:
    tags.create(name=f"single {name}")

#: bulk
new = [Tag(name=name) for name in names]
tags.bulk_create(new, batch_size=500)

bag = Product(sku="BAG-1", name="Bag", price=9, stock=5)
bag.category_id = 2

#: upsert
products.bulk_create(
    [bag],
    update_conflicts=True,
    unique_fields=["sku"],
    update_fields=["name", "price"],
)

#: update
paid = orders.filter(status="paid")
paid.update(status="shipped")

#: money
less = Round(F("price") * Decimal("0.9"), 2)
products.update(price=less)

rows = list(products.order_by("pk")[:20])

#: bulk-update
for product in rows:
    product.stock += 5
products.bulk_update(rows, ["stock"])

#: saved
for product in rows:
    product.save(update_fields=["stock"])

#: guard
free = products.filter(sku="BAG-1", stock__gte=1)
sold = free.update(stock=F("stock") - 1)

print("sold:", sold)
bag = products.filter(sku="BAG-1")
bag.update(price="19.99")
bag.update(price=F("price") * 0.9)
print("found at 17.99:", bag.filter(price="17.99").count())
broken = Product(sku="BAG-2", name="Bag", price=-1, category_id=2)
products.bulk_create([broken], ignore_conflicts=True)
print("ignored rows saved:", products.filter(sku="BAG-2").count())
print("key of an ignored row:", broken.pk)
