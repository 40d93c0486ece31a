from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("orders", "0002_order_archived")]
    operations = [
        migrations.AddIndex(
            "order", models.Index(fields=["status", "placed_at"], name="order_status_placed_at")
        ),
    ]
