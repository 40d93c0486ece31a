from shop.models import Product

products = list(Product.objects.order_by("name"))
for place, product in enumerate(products):
    product.sku = f"P-{place:04}"
Product.objects.bulk_update(products, ["sku"])

renamed = Product.objects.filter(sku__startswith="P-")
print(renamed.count(), "renamed")
