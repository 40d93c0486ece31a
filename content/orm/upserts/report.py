from django.core.exceptions import ValidationError
from shop.models import Category, Product

kitchen = Category.objects.get(slug="kitchen")
LINES = [
    ("BOWL-1", "9.90"),
    ("BOWL-2", ""),
    ("BOWL-3", "-5.00"),
    ("BOWL-1", "11.00"),
]


def run_import(lines):
    good, refused = {}, []
    for number, (sku, price) in enumerate(lines, start=1):
        product = Product(sku=sku, price=price, name="Bowl", category=kitchen)
        try:
            # Types, lengths, validators: all that needs no query.
            product.clean_fields(exclude=["category"])
            good[sku] = product  # A SKU that comes twice: the last line counts.
        except ValidationError as error:
            refused.append((number, error.message_dict))
    names = {"unique_fields": ["sku"], "update_fields": ["price"]}
    options = {"update_conflicts": True, "batch_size": 500, **names}
    Product.objects.bulk_create(good.values(), **options)
    return refused


print("first run, refused:", run_import(LINES))
print("second run, refused:", len(run_import(LINES)))
Product.objects.filter(sku__startswith="BOWL").values("sku", "price")
