from django.test import Client

page = Client().get("/catalog/").content.decode()

# The first three products of the page.
print("\n".join(page.splitlines()[:18]))
