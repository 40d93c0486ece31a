from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("crm", "0003_split_names")]
    operations = [
        migrations.RemoveField("customer", "name"),
        migrations.AddField("customer", "newsletter", models.BooleanField(default=False)),
    ]
