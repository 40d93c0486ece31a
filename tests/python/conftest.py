"""The library: a Django app of the tests' own, for recorder and findings."""

import io
import linecache
import sys
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from harness import event_loop

ROOT = Path(__file__).parent / "library"
TEMPLATES: dict[str, str] = {}


def _configure():
    import django
    from django.conf import settings

    if settings.configured:
        pytest.skip("another project is open in this Python")
    locmem = ("django.template.loaders.locmem.Loader", TEMPLATES)
    settings.configure(
        DATABASES={
            name: {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
            for name in ("default", "other")
        },
        INSTALLED_APPS=[
            "django.contrib.contenttypes",
            "django.contrib.auth",
            "django.contrib.sessions",
            "rest_framework",
            "library",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {"loaders": [locmem]},
            }
        ],
        MIDDLEWARE=["django.contrib.sessions.middleware.SessionMiddleware"],
        SESSION_ENGINE="django.contrib.sessions.backends.db",
        ROOT_URLCONF="library.urls",
        ALLOWED_HOSTS=["*"],
        SECRET_KEY="x",
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        USE_TZ=True,
    )
    django.setup()


@dataclass
class Run:
    """What a piece of learner code printed, and what was recorded of it."""

    output: str
    recording: object

    @property
    def findings(self):
        return self.recording.findings


@pytest.fixture(scope="session")
def library():
    """The app, with its tables made and filled."""
    sys.path.insert(0, str(ROOT.parent))
    event_loop.install()
    _configure()
    from django.core.management import call_command

    call_command("migrate", run_syncdb=True, verbosity=0)
    from library.seed import seed

    seed()
    return ROOT


@pytest.fixture
def learn(library):
    """Run code as the learner's `main.py`, recorded, in a transaction that is undone."""
    return _learner()


@pytest.fixture
def learn_closely(library):
    """The same, with plans and the columns that nobody read, as a run has them."""
    return _learner(closely=True)


def _learner(*, closely=False):
    from django.contrib.contenttypes.models import ContentType
    from django.db import transaction

    from harness.recorder import Recorder

    # As in a run that follows others: looking up content types is not what these tests are about.
    for model in ContentType.objects.all():
        ContentType.objects.get_for_id(model.pk)

    def run(source, templates=None, **names):
        TEMPLATES.clear()
        TEMPLATES.update(templates or {})
        file = str(ROOT / "main.py")
        linecache.cache[file] = (len(source), None, source.splitlines(True), file)
        code = compile(source, file, "exec")
        output = io.StringIO()
        with transaction.atomic():
            with redirect_stdout(output), Recorder(str(ROOT), closely=closely) as recorder:
                exec(code, {"__name__": "__main__", **names})
            recording = recorder.result()
            transaction.set_rollback(True)
        return Run(output.getvalue(), recording)

    return run
