# fails: OperationalError
from shop.models import Category, Product

kitchen = Category.objects.get(slug="kitchen")

Product.objects.bulk_create(
    [Product(sku="BOWL-1", price="9.90", name="Bowl", category=kitchen)],
    update_conflicts=True,
    unique_fields=["name"],  # Nothing in the table says that a name is unique.
    update_fields=["price"],
)
