from shop.models import Product


def running_low():
    low = Product.objects.filter(is_active=True, stock__lt=20)
    return low.order_by("stock")


if running_low():
    print(len(running_low()), "products run low:")
for product in running_low():
    print("-", product.name, product.stock)
