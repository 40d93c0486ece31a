from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("crm", "0003_split_names")]
    operations = [
        migrations.RemoveField("customer", "name"),
    ]
