from desk.models import Customer
from django.db import connection, models
from django.db.models.functions import Collate

anywhere = Customer.objects.filter(name__icontains="kim")
beginning = Customer.objects.filter(name__istartswith="kim")

with connection.schema_editor() as editor:
    editor.add_index(
        Customer, models.Index(fields=["name"], name="customer_name")
    )
print("by name, anywhere:", anywhere.explain())
print("by name, beginning:", beginning.explain())

# The same list, sorted without regard to case.
nocase = models.Index(Collate("name", "nocase"), name="customer_name_nocase")
with connection.schema_editor() as editor:
    editor.add_index(Customer, nocase)
print("by nocase, anywhere:", anywhere.explain())
print("by nocase, beginning:", beginning.explain())
