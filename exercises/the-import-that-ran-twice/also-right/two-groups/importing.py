from django.core.exceptions import ValidationError
from django.db import transaction
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
    with transaction.atomic():
        there = {each.sku: each for each in Product.objects.filter(sku__in=good)}
        for sku, product in there.items():
            product.price, product.stock = good[sku]["price"], good[sku]["stock"]
        Product.objects.bulk_update(there.values(), ["price", "stock"], batch_size=500)
        new = Product.objects.bulk_create(
            [Product(category=kitchen, **line) for sku, line in good.items() if sku not in there]
        )
    return [*there.values(), *new], refused
