from django.test import Client
from shop.models import Customer, Order

me = Customer.objects.get(user__username="customer1")
somebody = Order.objects.exclude(customer=me).first()

SHOWN = ("id", "customer", "shipping_address", "status")
print(f"I am customer {me.pk}.")

client = Client()
client.force_login(me.user)


def show(response):
    request = response.request
    print(request["REQUEST_METHOD"], request["PATH_INFO"], "->", response.status_code)
    data = response.json()
    for order in data[:4] if isinstance(data, list) else [data]:
        print("   ", {name: order[name] for name in SHOWN if name in order} or order)


show(client.get("/orders/"))
show(client.get(f"/orders/{somebody.pk}/"))
show(client.post(f"/orders/{somebody.pk}/cancel/"))
show(client.post("/orders/", {"customer": somebody.customer_id}, content_type="application/json"))
