from django.db import migrations


def split(apps, schema_editor):
    Customer = apps.get_model("crm", "Customer")
    customers = list(Customer.objects.using(schema_editor.connection.alias))
    for customer in customers:
        customer.given_name, _, customer.family_name = customer.name.partition(" ")
    Customer.objects.bulk_update(customers, ["given_name", "family_name"], batch_size=100)


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
