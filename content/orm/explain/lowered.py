from desk.models import Customer
from django.db import connection, models
from django.db.models.functions import Lower

index = models.Index(Lower("email"), name="customer_email_lower")
with connection.schema_editor() as editor:
    editor.add_index(Customer, index)

typed = "Kofi.Novak@Example.com"
customers = Customer.objects.alias(email_lower=Lower("email"))
print(customers.filter(email_lower=typed.lower()).explain())
