import django.contrib.postgres.indexes
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("press", "0002_changes")]
    operations = [
        AddIndexConcurrently("article", models.Index(fields=["title"], name="by_title")),
        migrations.AddIndex(
            "article",
            django.contrib.postgres.indexes.GinIndex(fields=["tags"], name="by_tag"),
        ),
        migrations.RunSQL(
            "ALTER TABLE press_article ADD CONSTRAINT told CHECK (title <> '') NOT VALID;"
            "ALTER TABLE press_article VALIDATE CONSTRAINT told;",
            "ALTER TABLE press_article DROP CONSTRAINT told",
        ),
    ]
