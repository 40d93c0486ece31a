from shop.models import Product

# The list showed name and stock, so only those are loaded.
products = Product.objects.only("name", "stock").order_by("sku")[:10]

for product in products:
    # The price came to the list a month later, in another file.
    print(product.name, product.stock, product.price)
