from shop.models import Category, Product

kitchen = Category.objects.get(slug="kitchen")
Product.objects.create(
    sku="BOWL-1", price="9.90", name="Bowl", category=kitchen
)

lines = [
    # There already, and has become dearer.
    {"sku": "BOWL-1", "price": "11.00"},
    {"sku": "BOWL-2", "price": "12.50"},
    # The column is NOT NULL.
    {"sku": "BOWL-3", "price": None},
    # A CHECK says that prices are above zero.
    {"sku": "BOWL-4", "price": "-5.00"},
    # Another says that a stock is not below it.
    {"sku": "BOWL-5", "price": "8.00", "stock": -3},
]
products = [Product(name="Bowl", category=kitchen, **line) for line in lines]
made = Product.objects.bulk_create(products, ignore_conflicts=True)

print("handed over:", len(lines))
print("returned:", len(made))
print("their keys:", [product.pk for product in made])
Product.objects.filter(sku__startswith="BOWL").values("sku", "price", "stock")
