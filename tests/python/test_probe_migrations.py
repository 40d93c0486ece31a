# packs: psycopg postgres
"""The probe that rehearses migrations: what it claims of a small app with four of them."""

from functools import cache
from json import dumps
from typing import Any

import harness
from catalog import project_of
from harness.claim import from_text

SETTINGS = """
SECRET_KEY = "x"
INSTALLED_APPS = ["django.contrib.contenttypes", "stock"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
"""
MODELS = """
from django.db import models

class Part(models.Model):
    name = models.CharField(max_length=20)
    size = models.IntegerField()
    # No migration knows it, and it has no default.
    color = models.CharField(max_length=20)
"""
HEAD = """
from django.db import migrations, models, transaction

class Migration(migrations.Migration):
"""
FIRST = (
    HEAD
    + """
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel("Part", [
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("name", models.CharField(max_length=20)),
        ]),
    ]
"""
)
SECOND = (
    HEAD
    + """
    dependencies = [("stock", "0001_first")]
    operations = [migrations.AddField("part", "size", models.IntegerField(null=True))]
"""
)
THIRD = """
from django.db import migrations, transaction

def fill(apps, schema_editor):
    Part = apps.get_model("stock", "Part")
    while batch := list(Part.objects.filter(size=None)[:3]):
        with transaction.atomic():
            for part in batch:
                part.size = len(part.name)
                part.save()

class Migration(migrations.Migration):
    atomic = False
    dependencies = [("stock", "0002_size")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
"""
FOURTH = (
    HEAD
    + """
    dependencies = [("stock", "0003_fill")]
    operations = [migrations.AlterField("part", "size", models.IntegerField())]
"""
)


@cache
def seen() -> Any:
    project = project_of("blank")
    files = project["files"] | {
        "config/settings.py": SETTINGS,
        "stock/__init__.py": "",
        "stock/models.py": MODELS,
        "stock/migrations/__init__.py": "",
        "stock/migrations/0001_first.py": FIRST,
        "stock/migrations/0002_size.py": SECOND,
        "stock/migrations/0003_fill.py": THIRD,
        "stock/migrations/0004_required.py": FOURTH,
        "stock/migrations/0005_nothing.py": HEAD
        + '    dependencies = [("stock", "0004_required")]\n    operations = []\n',
    }
    late = [
        {"model": "Part", "values": {"name": "late"}, "after": "0002_size", "state": "0001_first"},
        {"model": "Part", "values": {"name": "x"}, "after": "0004_required", "state": "0001_first"},
    ]
    params = {
        "app": "stock",
        "after": "0001_first",
        "run": True,
        "sql": ["sqlite", "postgres"],
        "rows": [{"model": "Part", "values": {"name": "n" * n}} for n in range(1, 9)],
        "late": late,
        "kill": {"migration": "0003_fill", "rows": 4},
    }
    request = {
        "project": project | {"files": files},
        "seed": {"size": 1, "number": 1},
        "files": {},
        "entry": "",
        "support": {},
        "probe": {"kind": "migrations", "opened": False, "params": params},
    }
    harness.renew()
    harness.arrange(dumps(request))
    harness.perform("{}")
    claim = from_text(harness.collect("{}"))
    assert claim.report.error is None, claim.report.error
    return claim.bare


def test_what_the_migrations_are() -> None:
    names = [each["name"] for each in seen()["migrations"]]
    assert names == ["0002_size", "0003_fill", "0004_required", "0005_nothing"]
    fill = seen()["migrations"][1]
    assert fill["atomic"] is False
    assert fill["file"] == "stock/migrations/0003_fill.py"
    assert fill["operations"][0]["elidable"]
    assert fill["operations"][0]["reversible"]
    assert seen()["places"]["0003_fill.Migration.atomic"] == ["stock/migrations/0003_fill.py", 13]
    assert seen()["leaves"] == ["0005_nothing"]


def test_drift_is_told_without_a_question() -> None:
    assert [each["text"] for each in seen()["missing"]["stock"]] == ["Add field color to part"]


def test_rows_at_each_step() -> None:
    run = seen()["run"]
    assert [len(each["rows"]["Part"]) for each in run["steps"]] == [9, 9, 9, 9]
    assert "size" not in run["before"]["Part"][0]
    assert run["steps"][0]["rows"]["Part"][0]["size"] is None
    assert [each["size"] for each in run["steps"][2]["rows"]["Part"]] == [1, 2, 3, 4, 5, 6, 7, 8, 4]


def test_rows_of_others() -> None:
    steps = seen()["run"]["steps"]
    assert steps[0]["late"] == [{"done": True}]
    (refused,) = steps[2]["late"]
    assert refused["error"] == "IntegrityError"


def test_there_and_back_again() -> None:
    run = seen()["run"]
    assert run["back"]["error"] is None
    assert [each["name"] for each in run["back"]["rows"]["Part"]][:2] == ["n", "nn"]
    assert run["again"]["rows"] == run["steps"][-1]["rows"]


def test_the_log_has_transactions_and_changes() -> None:
    from judge.batch_rules import changed_rows

    log = seen()["run"]["steps"][1]["log"]
    assert [each for each in changed_rows(log) if each] == [3, 3, 3]


def test_stopped_and_started_again() -> None:
    killed = seen()["run"]["killed"]
    assert killed["stopped"]
    assert [each["size"] for each in killed["rows"]["Part"]] == [1, 2, 3, *[None] * 6]
    assert killed["resumed"]["error"] is None
    assert all(each["size"] for each in killed["resumed"]["rows"]["Part"])


def test_sql_of_both() -> None:
    postgres = seen()["sql"]["postgres"]
    assert postgres[0]["steps"][0]["sql"] == [
        'ALTER TABLE "stock_part" ADD COLUMN "size" integer NULL;'
    ]
    assert postgres[0]["back"] == ['ALTER TABLE "stock_part" DROP COLUMN "size";']
    assert postgres[1]["steps"] == [{"text": "Raw Python operation", "sql": []}]
    assert postgres[3]["error"] is None
    assert postgres[3]["steps"] == []
    assert "new__stock_part" in seen()["sql"]["sqlite"][2]["steps"][0]["sql"][0]
