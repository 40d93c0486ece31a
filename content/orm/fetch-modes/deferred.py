from django.db import models
from shop.models import Product

products = Product.objects.only("name").fetch_mode(models.FETCH_PEERS)

for product in products.order_by("sku")[:10]:
    # Two fields that were left out.
    print(product.name, product.stock, product.price)
