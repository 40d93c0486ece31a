from django.db import migrations
from django.db.models import Value
from django.db.models.functions import Concat, Trim


def split(apps, schema_editor):
    Customer = apps.get_model("crm", "Customer")
    for customer in Customer.objects.iterator():
        given, _, family = customer.name.strip().partition(" ")
        customer.given_name, customer.family_name = given, family.strip()
        customer.save(update_fields=["given_name", "family_name"])


def join(apps, schema_editor):
    Customer = apps.get_model("crm", "Customer")
    Customer.objects.update(name=Trim(Concat("given_name", Value(" "), "family_name")))


class Migration(migrations.Migration):
    dependencies = [("crm", "0002_two_names")]
    operations = [
        migrations.RunPython(split, join),
    ]
