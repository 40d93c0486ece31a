from django.db import connection
from shop.models import Category, Item, Order, Product

kitchen, manual = Category.objects.first(), "Keep the lamp dry. " * 1000
lamp = Product.objects.create(name="Lamp", category=kitchen, price=9, description=manual)
orders = Order.objects.all()
Item.objects.bulk_create(Item(order=order, product=lamp, unit_price=9) for order in orders)


def weigh(label, items):
    sizes = []

    def measure(text):
        sizes.append(len(text))
        return text.decode()

    # SQLite calls this for every text in the rows that it hands over.
    connection.connection.text_factory = measure
    names = [item.product.name for item in items]
    print(f"{label}: {sum(sizes) / 1000:,.0f} kB for {len(names)} items")


sold = Item.objects.filter(product=lamp)
weigh("joined", sold.select_related("product"))
weigh("prefetched", sold.prefetch_related("product"))
weigh("joined, the name only", sold.select_related("product").only("product__name"))
