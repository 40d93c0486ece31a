from django.db import connection
from django.test.utils import CaptureQueriesContext
from shop.models import Item, Order, Product, User


def ask(label, model, touch):
    rows = list(model.objects.all()[:10])
    # Only what the touch itself asks is counted.
    with CaptureQueriesContext(connection) as queries:
        for row in rows:
            touch(row)
    print(f"{label}: {len(queries)}")


ask("order.customer_id", Order, lambda order: order.customer_id)
ask("order.customer.pk", Order, lambda order: order.customer.pk)
ask("order.items.all()", Order, lambda order: list(order.items.all()))
ask("order.items.count()", Order, lambda order: order.items.count())
ask("product.tags.all()", Product, lambda product: list(product.tags.all()))
ask("user.customer", User, lambda user: user.customer)
ask("item.subtotal", Item, lambda item: item.subtotal)
ask("str(item)", Item, str)
