from shop.models import Product


def running_low():
    low = Product.objects.filter(is_active=True, stock__lt=20)
    return low.order_by("stock")


# One object, used three times.
products = running_low()
if products:
    print(len(products), "products run low:")
for product in products:
    print("-", product.name, product.stock)
