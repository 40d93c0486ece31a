from django.test import Client

client = Client()

for path in ("/health/", "/livez", "/readyz"):
    response = client.get(path, headers={"Host": "10.1.2.3:8000"})
    print(path, "->", response.status_code, response.reason_phrase)
