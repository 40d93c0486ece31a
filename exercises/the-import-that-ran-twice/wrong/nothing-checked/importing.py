from shop.models import Category, Product


def import_products(lines):
    kitchen = Category.objects.get(slug="kitchen")
    products = [Product(category=kitchen, **line) for line in lines]
    made = Product.objects.bulk_create(
        products,
        update_conflicts=True,
        unique_fields=["sku"],
        update_fields=["price", "stock"],
    )
    return made, []
