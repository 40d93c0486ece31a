from django.test import Client
from shop.models import User

client = Client(raise_request_exception=False)
client.force_login(User.objects.get(username="customer1"))

for page in ("/orders/", "/products/", "/old/", "/profile/", "/broken/", "/about/"):
    response = client.get(page)
    told = {name: response.get(name) for name in ("X-Queries", "X-Queries-Repeated")}
    print(page, response.status_code, told)
