from django.test import Client
from shop.models import Order, User

order = Order.objects.exclude(customer__user__username="customer1").first()
client = Client(enforce_csrf_checks=True)
client.force_login(User.objects.get(username="customer1"))


def send(origin):
    headers = {"Host": "shop.example.com", "X-Forwarded-Proto": "https", "Origin": origin}
    path = f"/orders/{order.pk}/cancel/"
    response = client.post(path, {"reason": "Because"}, headers=headers)
    order.refresh_from_db()
    print(f"customer1 sends a form from {origin}: {response.status_code}, {order.status}")


send("https://evil.example.net")
