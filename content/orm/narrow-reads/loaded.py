from shop.models import Product

# What the loop reads is what the query names.
products = Product.objects.only("name", "stock", "price").order_by("sku")[:10]

for product in products:
    print(product.name, product.stock, product.price)
