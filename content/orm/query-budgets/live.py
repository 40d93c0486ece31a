from django.db import connection
from shop.models import Order

sent = []


def note(execute, sql, params, many, context):
    sent.append(sql)
    return execute(sql, params, many, context)


with connection.execute_wrapper(note):
    for order in Order.objects.order_by("number")[:10]:
        order.customer.name

print("connection.queries:", len(connection.queries))
print("The wrapper:", len(sent))
print("Sent before:", len(sent) - len(set(sent)))
