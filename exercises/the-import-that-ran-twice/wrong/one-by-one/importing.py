from django.core.exceptions import ValidationError
from shop.models import Category, Product


def import_products(lines):
    kitchen = Category.objects.get(slug="kitchen")
    good, refused = {}, []
    for number, line in enumerate(lines, start=1):
        try:
            Product(category=kitchen, **line).clean_fields(exclude=["category"])
            good[line["sku"]] = line
        except ValidationError as error:
            refused.append((number, sorted(error.message_dict)))
    products = []
    for sku, line in good.items():
        product, _ = Product.objects.update_or_create(
            sku=sku,
            defaults={"price": line["price"], "stock": line["stock"]},
            create_defaults=line | {"category": kitchen},
        )
        products.append(product)
    return products, refused
