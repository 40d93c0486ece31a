from django.db import migrations, models


def fill(apps, schema_editor):
    orders = apps.get_model("orders", "Order").objects
    orders.filter(country__in=["AT", "BE", "DE", "ES", "FR", "IT", "NL", "PL", "PT", "SE"]).update(region="EU")
    orders.filter(region=None).update(region="WW")


class Migration(migrations.Migration):
    dependencies = [("orders", "0001_initial")]
    operations = [
        migrations.AddField("order", "region", models.CharField(max_length=2, null=True)),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AlterField("order", "region", models.CharField(max_length=2)),
    ]
