from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("orders", "0003_fill_region")]
    operations = [
        migrations.AlterField("order", "region", models.CharField(max_length=2)),
    ]
