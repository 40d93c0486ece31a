from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("orders", "0001_initial")]
    operations = [
        migrations.AddField(
            "order", "archived", models.BooleanField(default=False, db_default=False)
        ),
        migrations.AddIndex(
            "order", models.Index(fields=["status", "placed_at"], name="order_status_placed_at")
        ),
    ]
