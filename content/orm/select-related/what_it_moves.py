from django.db import connection
from shop.models import Category, Item, Order, Product

lamp = Product(name="Lamp", price=9, category=Category.objects.first())
lamp.description = "Keep the lamp dry. " * 1000
lamp.save()
Item.objects.bulk_create(
    Item(order=order, product=lamp, unit_price=9)
    for order in Order.objects.all()
)


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
weigh("name only", sold.select_related("product").only("product__name"))
