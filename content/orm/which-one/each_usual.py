from shop.models import Product

for place, product in enumerate(Product.objects.order_by("name")):
    product.sku = f"P-{place:04}"
    product.save(update_fields=["sku"])

renamed = Product.objects.filter(sku__startswith="P-")
print(renamed.count(), "renamed")
