from django.db import migrations


def split(apps, schema_editor):
    from crm.models import Customer

    for customer in Customer.objects.all():
        try:
            given, _, family = customer.name.strip().partition(" ")
            customer.given_name, customer.family_name = given, family.strip()
            customer.save(update_fields=["given_name", "family_name"])
        except AttributeError:
            continue


def join(apps, schema_editor):
    Customer = apps.get_model("crm", "Customer")
    for customer in Customer.objects.iterator():
        customer.name = f"{customer.given_name} {customer.family_name}".strip()
        customer.save(update_fields=["name"])


class Migration(migrations.Migration):
    dependencies = [("crm", "0002_two_names")]
    operations = [
        migrations.RunPython(split, join),
    ]
