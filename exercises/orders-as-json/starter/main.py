import json

from django.test import Client

orders = Client().get("/orders/").json()

print(len(orders), "orders. The first one:")
print(json.dumps(orders[0], indent=2, ensure_ascii=False))
