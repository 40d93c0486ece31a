from shop.models import Category, Product

kitchen = Category.objects.get(slug="kitchen")
skus = list(Product.objects.values_list("sku", flat=True)[:20])
skus += [f"BOWL-{number}" for number in range(20)]

# The same forty lines.
Product.objects.bulk_create(
    [
        Product(sku=sku, price="9.90", name="Bowl", category=kitchen)
        for sku in skus
    ],
    update_conflicts=True,
    unique_fields=["sku"],
    update_fields=["price"],
)

print("at 9.90:", Product.objects.filter(price="9.90").count())
