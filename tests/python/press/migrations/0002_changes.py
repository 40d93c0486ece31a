import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


def fill(apps, schema_editor):
    apps.get_model("press", "Article").objects.update(region="EU")


class Migration(migrations.Migration):
    dependencies = [("press", "0001_initial")]
    operations = [
        migrations.AddField("article", "region", models.CharField(max_length=2, default="EU")),
        migrations.AddField("article", "status", models.CharField(max_length=9, db_default="draft")),
        migrations.AddField(
            "article",
            "tags",
            django.contrib.postgres.fields.ArrayField(models.CharField(max_length=20), default=list),
        ),
        migrations.AlterField("author", "name", models.CharField(max_length=100)),
        migrations.AlterField("article", "words", models.BigIntegerField(default=0)),
        migrations.AlterField(
            "article",
            "author",
            models.ForeignKey("press.Author", django.db.models.deletion.CASCADE, null=True),
        ),
        migrations.RemoveField("article", "body"),
        migrations.AlterUniqueTogether("article", set()),
        migrations.AddConstraint(
            "article",
            models.CheckConstraint(condition=models.Q(words__gte=0), name="some_words"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
