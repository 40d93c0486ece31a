# fails: IntegrityError
from shop.models import Category, Product

kitchen = Category.objects.get(slug="kitchen")
lines = [("BOWL-1", "11.00"), ("BOWL-2", "-5.00")]

Product.objects.bulk_create(
    [
        Product(sku=sku, price=price, name="Bowl", category=kitchen)
        for sku, price in lines
    ],
    update_conflicts=True,
    unique_fields=["sku"],
    update_fields=["price"],
)
