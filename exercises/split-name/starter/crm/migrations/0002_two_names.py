from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("crm", "0001_initial")]
    operations = [
        migrations.AddField("customer", "given_name", models.CharField(blank=True, max_length=100)),
        migrations.AddField("customer", "family_name", models.CharField(blank=True, max_length=100)),
    ]
