from django.db import migrations
from django.db.models import Case, Value, When

# Written down here: the list of today may be another one when this runs.
EUROPE = ["AT", "BE", "DE", "ES", "FR", "IT", "NL", "PL", "PT", "SE"]
BATCH = 100


def fill(apps, schema_editor):
    orders = apps.get_model("orders", "Order").objects.using(schema_editor.connection.alias)
    waiting = orders.filter(region=None).order_by("pk")
    region = Case(When(country__in=EUROPE, then=Value("EU")), default=Value("WW"))
    while keys := list(waiting.values_list("pk", flat=True)[:BATCH]):
        orders.filter(pk__in=keys, region=None).update(region=region)


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("orders", "0002_order_region")]
    operations = [
        migrations.RunPython(fill, elidable=True),
    ]
