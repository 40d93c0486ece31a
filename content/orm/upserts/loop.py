from shop.models import Category, Product

kitchen = Category.objects.get(slug="kitchen")
skus = list(Product.objects.values_list("sku", flat=True)[:20])
skus += [f"BOWL-{number}" for number in range(20)]

# Twenty that are there, and twenty that are new.
for sku in skus:
    Product.objects.update_or_create(
        sku=sku,
        defaults={"price": "9.90"},
        create_defaults={"price": "9.90", "name": "Bowl", "category": kitchen},
    )

print("at 9.90:", Product.objects.filter(price="9.90").count())
