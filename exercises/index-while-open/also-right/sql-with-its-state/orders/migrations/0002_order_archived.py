from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("orders", "0001_initial")]
    operations = [
        migrations.AddField(
            "order", "archived", models.BooleanField(default=False, db_default=False)
        ),
    ]
