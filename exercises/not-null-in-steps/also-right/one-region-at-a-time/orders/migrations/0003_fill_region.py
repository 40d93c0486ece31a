from django.db import migrations, transaction

# Written down here: the list of today may be another one when this runs.
EUROPE = ["AT", "BE", "DE", "ES", "FR", "IT", "NL", "PL", "PT", "SE"]
BATCH = 100


def fill(apps, schema_editor):
    orders = apps.get_model("orders", "Order").objects.using(schema_editor.connection.alias)
    waiting = orders.filter(region=None).order_by("pk")
    for region, rows in (("EU", waiting.filter(country__in=EUROPE)), ("WW", waiting)):
        while keys := list(rows.values_list("pk", flat=True)[:BATCH]):
            with transaction.atomic():
                orders.filter(pk__in=keys, region=None).update(region=region)


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("orders", "0002_order_region")]
    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]
