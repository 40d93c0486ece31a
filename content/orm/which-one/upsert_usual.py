from shop.models import Category, Product

shelf = Category.objects.get(slug="tableware")
lines = [(f"BOWL-{number}", 9 + number) for number in range(30)]

rest = {"name": "Bowl", "category": shelf}
for sku, price in lines:
    Product.objects.update_or_create(
        sku=sku,
        defaults={"price": price},
        create_defaults={"price": price, **rest},
    )

stored = Product.objects.filter(sku__startswith="BOWL")
print(stored.count(), "bowls")
