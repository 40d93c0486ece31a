from shop.models import Product

for product in Product.objects.filter(stock__gt=0):
    product.is_active = True
    product.save()

print(Product.objects.filter(is_active=True).count(), "active")
