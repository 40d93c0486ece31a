from shop.models import Category, Product

kitchen = Category.objects.get(slug="kitchen")
Product.objects.create(
    sku="BOWL-1", price="9.90", name="Blue bowl", stock=7, category=kitchen
)

lines = [("BOWL-1", "11.00"), ("BOWL-2", "12.50")]
made = Product.objects.bulk_create(
    [
        Product(sku=sku, price=price, name="Bowl", category=kitchen)
        for sku, price in lines
    ],
    update_conflicts=True,
    unique_fields=["sku"],  # What makes a row the same row.
    update_fields=["price"],  # What the list may change in it.
)

print("keys:", [product.pk for product in made])
print("in the object:", made[0].name, made[0].stock)
bowls = Product.objects.filter(sku__startswith="BOWL")
bowls.values("id", "sku", "name", "price", "stock")
