from django.test import Client
from shop.models import Customer, Order

me = Customer.objects.get(user__username="customer1")
somebody = Order.objects.exclude(customer=me).first()

client = Client()
client.force_login(me.user)


def show(response):
    request = response.request
    print(request["REQUEST_METHOD"], request["PATH_INFO"], "->", response.status_code)
    print("   ", response.content.decode()[:160])


show(client.get("/orders/"))
show(client.get(f"/orders/{somebody.pk}/"))
show(client.post(f"/orders/{somebody.pk}/cancel/"))
show(client.post("/orders/", {"customer": somebody.customer_id}, content_type="application/json"))
