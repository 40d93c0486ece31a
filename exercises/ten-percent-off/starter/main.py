from sale import start_sale
from shop.models import Product

mugs = Product.objects.filter(category__slug="tableware").order_by("pk")
mugs.update(price="19.99")
print("on sale:", start_sale("tableware", 10))

for mug in mugs[:3]:
    found = Product.objects.filter(pk=mug.pk, price=mug.price).exists()
    print(f"{mug}: shows {mug.price}, found by that price: {found}")
