from django.db import connections, models


class Marked(models.Model):
    code = models.CharField(max_length=10, unique=True)
    kind = models.CharField(max_length=10, db_index=True)

    class Meta:
        app_label = "desk"


class Listed(models.Model):
    code = models.CharField(max_length=10)
    kind = models.CharField(max_length=10)

    class Meta:
        app_label = "desk"
        constraints = [
            models.UniqueConstraint(fields=["code"], name="listed_code")
        ]
        indexes = [models.Index(fields=["kind"], name="listed_kind")]


for model in (Marked, Listed):
    with connections["postgres"].schema_editor(collect_sql=True) as editor:
        editor.create_model(model)
    print(*editor.collected_sql, sep="\n")
