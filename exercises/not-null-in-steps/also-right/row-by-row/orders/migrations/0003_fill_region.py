from django.db import migrations

# Written down here: the list of today may be another one when this runs.
EUROPE = ["AT", "BE", "DE", "ES", "FR", "IT", "NL", "PL", "PT", "SE"]
BATCH = 50


def fill(apps, schema_editor):
    orders = apps.get_model("orders", "Order").objects.using(schema_editor.connection.alias)
    waiting = orders.filter(region=None).order_by("pk")
    while batch := list(waiting[:BATCH]):
        for order in batch:
            order.region = "EU" if order.country in EUROPE else "WW"
        orders.bulk_update(batch, ["region"])


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("orders", "0002_order_region")]
    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]
