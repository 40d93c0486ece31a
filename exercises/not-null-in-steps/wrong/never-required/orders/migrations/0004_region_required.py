from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("orders", "0003_fill_region")]
    operations = []
