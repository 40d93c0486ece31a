from shop.models import Category, Product

shelf = Category.objects.get(slug="tableware")
lines = [(f"BOWL-{number}", 9 + number) for number in range(30)]

rest = {"name": "Bowl", "category": shelf}
bowls = [Product(sku=sku, price=price, **rest) for sku, price in lines]
Product.objects.bulk_create(
    bowls,
    update_conflicts=True,
    unique_fields=["sku"],
    update_fields=["price"],
)

stored = Product.objects.filter(sku__startswith="BOWL")
print(stored.count(), "bowls")
