"""Runs that open the project themselves, each in a Django of its own."""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from catalog import opening_of

OURS = ("asgiref", "config", "django", "harness", "report", "shop")


@pytest.fixture
def fresh() -> Iterator[Any]:
    """`harness`, and Django below it, imported anew."""
    kept = {name: module for name, module in sys.modules.items() if name.split(".")[0] in OURS}
    for name in kept:
        del sys.modules[name]
    shutil.rmtree("/project", ignore_errors=True)
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)
    import harness

    harness.renew()
    yield harness
    for name in [each for each in sys.modules if each.split(".")[0] in OURS]:
        del sys.modules[name]
    sys.modules.update(kept)


def models_with(old: str, new: str) -> str:
    text: str = opening_of("shop")["project"]["files"]["shop/models.py"]
    assert old in text
    return text.replace(old, new)


def run(harness: Any, code: str, files: dict[str, str] | None = None) -> dict[str, Any]:
    request = opening_of("shop", 10) | {
        "files": {"main.py": code} | (files or {}),
        "entry": "main.py",
    }
    report: dict[str, Any] = json.loads(harness.run(json.dumps(request)))
    return report


COUNT = "from shop.models import Order\nprint(Order.objects.count())"


def test_importing_leaves_settings_alone(fresh: Any) -> None:
    from django.conf import settings

    assert not settings.configured
    assert "DJANGO_SETTINGS_MODULE" not in os.environ


def test_a_run_opens_the_project_when_nothing_is_open(fresh: Any) -> None:
    report = run(fresh, COUNT)
    assert report["error"] is None
    assert report["output"] == [{"stream": "stdout", "text": "10\n"}]
    assert report["timings"]["setup_ms"] > 10


def test_files_are_written_again_after_a_restore(fresh: Any) -> None:
    fresh.open_project(json.dumps(opening_of("shop", 10)))
    # A snapshot keeps memory, not files.
    os.chdir("/")
    shutil.rmtree("/project")
    report = run(
        fresh,
        COUNT + "\nimport os\nprint(os.getcwd(), sorted(os.listdir()))\nimport config.urls",
    )
    assert report["error"] is None
    assert (
        report["output"][0]["text"] == "10\n/project ['config', 'main.py', 'manage.py', 'shop']\n"
    )


def test_changed_models_get_their_tables(fresh: Any) -> None:
    models = models_with(
        "    note = models.TextField(blank=True)\n",
        "    note = models.TextField(blank=True)\n    gift = models.BooleanField(default=True)\n",
    )
    code = "from shop.models import Order\nprint(Order.objects.filter(gift=True).count())"
    report = run(fresh, code, {"shop/models.py": models})
    assert report["error"] is None
    assert report["output"][0]["text"] == "10\n"


def test_a_migration_of_the_learners_own_is_run(fresh: Any) -> None:
    models = models_with(
        "    note = models.TextField(blank=True)\n",
        "    note = models.TextField(blank=True)\n    gift = models.BooleanField(default=True)\n",
    )
    migration = (
        "from django.db import migrations, models\n"
        "class Migration(migrations.Migration):\n"
        "    dependencies = [('shop', '0001_initial')]\n"
        "    operations = [migrations.AddField('order', 'gift', models.BooleanField(default=True))]\n"
    )
    code = (
        "from django.db.migrations.recorder import MigrationRecorder\n"
        "print(MigrationRecorder.Migration.objects.filter(app='shop').count())"
    )
    files = {"shop/models.py": models, "shop/migrations/0002_order_gift.py": migration}
    report = run(fresh, code, files)
    assert report["error"] is None
    assert report["output"][0]["text"] == "2\n"


@pytest.mark.parametrize(
    ("old", "new", "kind", "words"),
    [
        ("from django.db import models\n", "from django.db import modls\n", "ImportError", ""),
        ("class Tag(models.Model):", "class Tag(models.Model)", "SyntaxError", "expected ':'"),
        ('null=True, blank=True, related_name="orders"', "blank=True", "SystemCheckError", "E320"),
        (
            "class Tag(models.Model):\n",
            "from shop.models import Nothing\nclass Tag(models.Model):\n",
            "ImportError",
            "partially initialized",
        ),
    ],
)
def test_a_mistake_in_the_models_is_the_learners(
    fresh: Any, old: str, new: str, kind: str, words: str
) -> None:
    broken = {"shop/models.py": models_with(old, new)}
    report = run(fresh, COUNT, broken)
    assert report["error"] is not None
    assert report["error"]["type"] == kind, report["error"]
    assert words in report["error"]["message"]


def test_modules_are_imported_when_the_project_is_opened(fresh: Any) -> None:
    opening = opening_of("shop")
    opening["project"]["preload"] = ["graphlib"]
    sys.modules.pop("graphlib", None)
    fresh.open_project(json.dumps(opening))
    assert "graphlib" in sys.modules


def test_a_mistake_in_the_settings_is_the_learners(fresh: Any) -> None:
    files = {"config/settings.py": "INSTALLED_APPS = ['shp']\nSECRET_KEY = 'x'\n"}
    report = run(fresh, COUNT, files)
    assert report["error"]["type"] == "ModuleNotFoundError"
    assert "`shp`" in report["error"]["hint"]


def test_a_mistake_of_the_author_is_no_report(fresh: Any) -> None:
    opening = opening_of("shop", 10)
    opening["project"]["seeder"] = "shop.seed:nothing"
    with pytest.raises(AttributeError, match="nothing"):
        fresh.open_project(json.dumps(opening))


def test_changed_models_need_a_python_without_an_open_project(fresh: Any) -> None:
    fresh.open_project(json.dumps(opening_of("shop", 10)))
    from harness.project import ProjectError

    for path in ("shop/models.py", "shop/migrations/0002_more.py"):
        with pytest.raises(ProjectError, match="start from a fresh Python"):
            run(fresh, COUNT, {path: "x = 1"})


def test_a_probe_opens_the_project_when_nothing_is_open(fresh: Any) -> None:
    code = "from shop.models import Order\ndef answer(): return Order.objects.count()\n"
    params = {"module": "answer", "function": "answer", "args": [], "kwargs": {}}
    probe = {
        "kind": "call",
        "opened": True,
        "params": params | {"size": 4, "number": 1, "schema": False},
    }
    request = opening_of("shop", 10) | {
        "files": {"answer.py": code},
        "entry": "answer.py",
        "support": {},
        "probe": probe,
    }
    fresh.arrange(json.dumps(request))
    fresh.perform("{}")
    claim = json.loads(fresh.collect("{}"))
    assert (claim["value"], claim["odd"]) == (4, None)
