from shop.models import Category, Product

kitchen = Category.objects.get(slug="kitchen")
lines = [(f"NEW-{number:04}", f"Sample {number}") for number in range(2500)]

products = [
    Product(sku=sku, name=name, category=kitchen, price="9.90")
    for sku, name in lines
]
# Many rows in one INSERT, 1,000 at a time.
Product.objects.bulk_create(products, batch_size=1000)

print("in the shop:", Product.objects.filter(sku__startswith="NEW-").count())
