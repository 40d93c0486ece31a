from shop.models import Product

Product.objects.filter(stock__gt=0).update(is_active=True)

print(Product.objects.filter(is_active=True).count(), "active")
