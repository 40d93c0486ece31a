from django.db import migrations


def split(apps, schema_editor):
    from crm.models import Customer

    for customer in Customer.objects.all():
        customer.given_name, customer.family_name = customer.name.split(" ")
        customer.save()


class Migration(migrations.Migration):
    dependencies = [("crm", "0002_two_names")]
    operations = [
        migrations.RunPython(split, migrations.RunPython.noop),
    ]
