from django.db import connection
from django.test.utils import CaptureQueriesContext
from shop.models import Item, Order, Product, User


def ask(label, rows, touch):
    rows = list(rows[:10])
    # Only what the touch itself asks is counted.
    with CaptureQueriesContext(connection) as queries:
        for row in rows:
            touch(row)
    print(f"{label}: {len(queries)}")


ask("order.customer_id", Order.objects.all(), lambda order: order.customer_id)
ask("order.customer.pk", Order.objects.all(), lambda order: order.customer.pk)
ask("order.items.all()", Order.objects.all(), lambda order: list(order.items.all()))
ask("order.items.count()", Order.objects.all(), lambda order: order.items.count())
ask("product.tags.all()", Product.objects.all(), lambda product: list(product.tags.all()))
ask("user.customer", User.objects.all(), lambda user: user.customer)
ask("item.subtotal", Item.objects.all(), lambda item: item.subtotal)
ask("str(item)", Item.objects.all(), str)
