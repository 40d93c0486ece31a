from shop.models import Product

for product in Product.objects.filter(stock__gte=5):
    # What others sell between the reading and the saving is lost.
    product.stock -= 5
    product.save()

print(Product.objects.filter(stock=0).count(), "sold out")
