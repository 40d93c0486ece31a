from django.db import migrations


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("orders", "0002_order_archived")]
    operations = [
        migrations.RunSQL(
            'CREATE INDEX CONCURRENTLY "order_status_placed_at" ON "orders_order" ("status", "placed_at")',
            'DROP INDEX CONCURRENTLY "order_status_placed_at"',
        ),
    ]
