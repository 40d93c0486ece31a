# packs: celery
"""`expect.tasks`: what the judge makes of messages, attempts, outages and double delivery."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from celery import _state
from django.test.utils import override_settings

from harness.exhibits import TaskSent, TasksExhibit
from harness.report import Report
from shop_runs import grade, seeded

# In one interpreter, tasks of one test are offered to the apps of those before.
pytestmark = pytest.mark.filterwarnings("ignore:Task name")

CHECKS = """
def check(expect):
    tasks = expect.tasks(
        data=(12, 3), app="broker:app", modules=["answer"], counted=["outside:tell"]
    )
    sent = tasks.call("answer:start", 1)
    worked = tasks.work()
    undone = tasks.call("answer:start", 2, rolled_back=True)
    idle = tasks.work()
    tasks.call("answer:start", 3)
    down = tasks.work(outage=("outside:tell", "builtins:TimeoutError", 600))
    tasks.call("answer:start", 4)
    gone = tasks.work(outage=("outside:tell", "builtins:ValueError", 10**9))
    tasks.call("answer:start", 5)
    twice = tasks.work(twice="again")
    tasks.call("answer:start", 6)
    both = tasks.work(twice="meanwhile")
    tasks.sends("sent", sent, 1)
    tasks.arguments("ids", sent, only=["int"])
    tasks.sends("undone", undone, 0)
    tasks.succeed("works", worked, down)
    tasks.attempts("attempts", down, at_least=2, at_most=12, within=7200)
    tasks.gaps("grows", down, lambda gaps: gaps[-1] > gaps[0])
    tasks.attempts("no retry", gone, at_most=1)
    tasks.gives_up("gives up", gone)
    tasks.calls("told", worked, "outside:tell", 1)
    tasks.calls("once", twice, "outside:tell", 1)
    tasks.calls("once at a time", both, "outside:tell", 1)
    tasks.options("options", "notify", acks_late=True)
"""
BROKER = """
from celery import Celery
app = Celery("shop")
app.conf.worker_redirect_stdouts = False
app.set_default()
"""
OUTSIDE = "def tell(pk): pass\n"
RIGHT = """
from celery import shared_task
from django.db import transaction
from outside import tell
from shop.models import Order

@shared_task(
    autoretry_for=(TimeoutError,), retry_backoff=60, retry_jitter=False, max_retries=8, acks_late=True
)
def notify(pk):
    with transaction.atomic():
        if Order.objects.filter(pk=pk, note="").update(note="told"):
            tell(pk)

def start(pk):
    with transaction.atomic():
        Order.objects.filter(pk=pk).update(note="")
        notify.delay_on_commit(pk)
"""


@pytest.fixture(autouse=True)
def own_tasks() -> Iterator[None]:
    """Here all probes share an interpreter; the tasks of one must not reach the next."""
    finalizers = set(_state._on_app_finalizers)
    yield
    _state._on_app_finalizers.clear()
    _state._on_app_finalizers.update(finalizers)


def judge(code: str) -> Report:
    helpers = {"broker.py": BROKER, "outside.py": OUTSIDE}
    return grade(
        {
            "files": {"answer.py": code, **helpers},
            "entry": "answer.py",
            "checks": CHECKS,
            "solution": {"answer.py": RIGHT, **helpers},
        }
    )


def failed(report: Report) -> dict[str, str]:
    return {each.title: each.message for each in report.checks if each.status == "failed"}


def test_all_is_well() -> None:
    report = judge(RIGHT)
    assert failed(report) == {}
    (shown,) = report.exhibits
    assert isinstance(shown, TasksExhibit)
    assert shown.steps[0].told == "`start(1)`"
    assert shown.steps[0].sent == [TaskSent("notify(1)", False)]
    runs = [run for step in shown.steps for run in step.runs if run.task == "notify(3)"]
    waits = [round(later.at - sooner.at) for sooner, later in pairwise(runs)]
    assert waits == [60, 120, 240, 480]
    assert [run.outcome for run in runs] == ["retried"] * 4 + ["succeeded"]
    twice = [run for step in shown.steps for run in step.runs if run.again]
    assert twice != []
    assert {(run.attempt, run.outcome) for run in twice} == {(1, "succeeded")}


CLAIM = 'if Order.objects.filter(pk=pk, note="").update(note="told"):'
WRONG: list[tuple[str, str, str, str]] = [
    (
        "notify.delay_on_commit(pk)",
        "notify.delay(pk)",
        "undone",
        "1 task sent, expected 0: notify(2)",
    ),
    (
        "notify.delay_on_commit(pk)",
        "notify.delay_on_commit([pk])",
        "ids",
        "with a list; send the id",
    ),
    ("notify.delay_on_commit(pk)", "notify(pk)", "sent", "0 tasks sent, expected 1."),
    (CLAIM, "if True:", "once", "`tell()` was called 2 times, expected 1."),
    (
        CLAIM,
        'if Order.objects.get(pk=pk).note == "" and (tell(pk), Order.objects.filter(pk=pk).update(note="told")) and False:',
        "once at a time",
        "was called 2 times",
    ),
    ("max_retries=8", "max_retries=2", "works", "`notify(3)` ended as FAILURE after 3 attempts"),
    ("retry_backoff=60", "default_retry_delay=120", "grows", "It waited"),
    ("(TimeoutError,)", "(Exception,)", "no retry", "`notify(4)` was tried 9 times"),
    ("acks_late=True", "acks_late=False", "options", "acks_late = False, expected True"),
]


@pytest.mark.parametrize(("old", "new", "title", "words"), WRONG)
def test_each_mistake_fails_its_own_check(old: str, new: str, title: str, words: str) -> None:
    assert old in RIGHT
    assert words in failed(judge(RIGHT.replace(old, new)))[title]


def test_what_cannot_be_sent_is_told_as_an_error() -> None:
    code = RIGHT.replace("notify.delay_on_commit(pk)", "notify.delay(Order.objects.first())")
    report = judge(code)
    assert report.error is not None
    assert report.error.type == "EncodeError"


DJANGO_CHECKS = """
def check(expect):
    tasks = expect.tasks(data=(12, 3), modules=["answer"], counted=["outside:tell"])
    sent = tasks.call("answer:start", 1)
    worked = tasks.work()
    undone = tasks.call("answer:start", 2, rolled_back=True)
    tasks.call("answer:start", 3)
    twice = tasks.work(twice="again")
    tasks.call("answer:start", 4)
    both = tasks.work(twice="meanwhile")
    tasks.call("answer:start", 5)
    down = tasks.work(outage=("outside:tell", "builtins:OSError", 60))
    tasks.sends("sent", sent, 1)
    tasks.that("queue", sent, lambda seen: seen.facts["sent"][0]["queue"] == "default")
    tasks.sends("undone", undone, 0)
    tasks.succeed("works", worked, twice)
    tasks.calls("told", worked, "outside:tell", 1)
    tasks.calls("once", twice, "outside:tell", 1)
    tasks.calls("once at a time", both, "outside:tell", 1)
    tasks.gives_up("fails", down)
"""
DJANGO_RIGHT = """
from django.db import transaction
from django.tasks import task
from outside import tell
from shop.models import Order

@task
def notify(pk):
    with transaction.atomic():
        if Order.objects.filter(pk=pk, note="").update(note="told"):
            tell(pk)

def start(pk):
    with transaction.atomic():
        Order.objects.filter(pk=pk).update(note="")
        transaction.on_commit(lambda: notify.enqueue(pk))
"""
DJANGO_WRONG: list[tuple[str, str, dict[str, str]]] = [
    ("", "", {}),
    (
        "transaction.on_commit(lambda: notify.enqueue(pk))",
        "notify.enqueue(pk)",
        {"undone": "1 task"},
    ),
    (CLAIM, "if True:", {"once": "2 times", "once at a time": "2 times"}),
    ("notify.enqueue(pk)", "notify.call(pk)", {"sent": "0 tasks", "works": "No task was run."}),
]


@pytest.mark.parametrize(("old", "new", "words"), DJANGO_WRONG)
def test_djangos_own_tasks(old: str, new: str, words: dict[str, str]) -> None:
    seeded()
    assert old in DJANGO_RIGHT
    code = DJANGO_RIGHT.replace(old, new) if old else DJANGO_RIGHT
    dummy = {"default": {"BACKEND": "django.tasks.backends.dummy.DummyBackend"}}
    with override_settings(TASKS=dummy):
        found = failed(
            grade(
                {
                    "files": {"answer.py": code, "outside.py": OUTSIDE},
                    "entry": "answer.py",
                    "checks": DJANGO_CHECKS,
                    "solution": {"answer.py": DJANGO_RIGHT, "outside.py": OUTSIDE},
                }
            )
        )
    assert bool(found) is bool(words)
    for title, part in words.items():
        assert part in found[title]
