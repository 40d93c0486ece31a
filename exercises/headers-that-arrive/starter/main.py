"""What a browser gets: the headers, the cookies and the page. Change this file as you like."""

from django.test import Client

client = Client()
client.get("/add/", secure=True)
response = client.get("/", secure=True)
for name, text in response.items():
    print(f"{name}: {text}")
for cookie in response.cookies.values():
    print(cookie)
print()
print(response.text)
