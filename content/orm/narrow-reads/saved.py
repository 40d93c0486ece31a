from shop.models import Product

product = Product.objects.only("name").get(pk=1)
product.name = "Large teapot, second choice"
product.save()

print("Left out:", ", ".join(sorted(product.get_deferred_fields())))
