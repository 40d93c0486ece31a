"""The probe that looks at models, where tables come from migrations that lag behind."""

from json import dumps

import harness
from catalog import project_of
from harness.claim import from_text

FILES = {
    "config/settings.py": """
SECRET_KEY = "x"
INSTALLED_APPS = ["django.contrib.contenttypes", "stock"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
""",
    "stock/__init__.py": "",
    "stock/models.py": """
from django.db import models
from django.db.models import Q

class Part(models.Model):
    size = models.IntegerField()
    name = models.CharField(max_length=20, db_default="")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(size__gt=0), name="part_size")]
""",
    "stock/migrations/__init__.py": "",
    "stock/migrations/0001_initial.py": """
from django.db import migrations, models

class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel("Part", [
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("size", models.IntegerField()),
            ("name", models.CharField(max_length=20, db_default="")),
        ]),
    ]
""",
}


def test_tables_are_what_the_migrations_say() -> None:
    project = project_of("blank")
    trial = {"kind": "insert", "example": "Part", "changes": {"size": -1}, "after": []}
    params = {
        "apps": ["stock"],
        "migrated": True,
        "examples": {"Part": {"model": "stock.Part", "values": {"size": 1}}},
        "trials": [trial],
    }
    request = {
        "project": project | {"files": project["files"] | FILES},
        "seed": {"size": 1, "number": 1},
        "files": {},
        "entry": "",
        "support": {},
        "probe": {"kind": "models", "opened": False, "params": params},
    }
    harness.renew()
    harness.arrange(dumps(request))
    harness.perform("{}")
    claim = from_text(harness.collect("{}"))
    assert claim.report.error is None, claim.report.error
    seen = claim.bare
    # The model refuses the row, and the table has not heard of that.
    assert seen["trials"][0]["done"]
    assert seen["trials"][0]["row"]["name"] == ""
    (missing,) = seen["missing"]["stock"]
    assert missing["type"] == "AddConstraint"
    assert missing["given"]["constraint"]["name"] == "part_size"
