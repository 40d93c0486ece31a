# fails: IntegrityError
from shop.models import Category, Product

kitchen = Category.objects.get(slug="kitchen")


def run_import():
    lines = [("BOWL-1", "9.90"), ("BOWL-2", "12.50")]
    Product.objects.bulk_create(
        [
            Product(sku=sku, price=price, name="Bowl", category=kitchen)
            for sku, price in lines
        ]
    )
    print("imported:", len(lines))


run_import()
# The job is started once more, since nobody knew whether it was through.
run_import()
