from django.contrib.auth import get_user_model
from django.test import Client

User = get_user_model()
VISITORS = ["customer1", "customer2", None]

for name in VISITORS:
    client = Client()
    if name:
        client.force_login(User.objects.get(username=name))
    for path in ("/", "/orders/"):
        response = client.get(path)
        first_line = response.content.decode().splitlines()[:1]
        print(f"{name or 'a guest':10} {path:9} {response.status_code} {''.join(first_line)}")
