from django.test import Client

client = Client()


def show(response):
    request = response.request
    print(request["REQUEST_METHOD"], request["PATH_INFO"], "->", response.status_code)
    print("   ", response.content.decode()[:120])


show(client.get("/reports/stock/"))
for number in range(6):
    made_up = {"X-Forwarded-For": f"192.0.2.{number}, 203.0.113.7"}
    guess = {"username": "customer1", "password": f"guess{number}"}
    show(client.post("/login/", guess, REMOTE_ADDR="10.0.0.1", headers=made_up))
