from shop.models import Category, Product

kitchen = Category.objects.get(slug="kitchen")
lines = [(f"NEW-{number:04}", f"Sample {number}") for number in range(2500)]

for sku, name in lines:
    # One INSERT for each line, and each is a transaction of its own.
    Product.objects.create(sku=sku, name=name, category=kitchen, price="9.90")

print("in the shop:", Product.objects.filter(sku__startswith="NEW-").count())
