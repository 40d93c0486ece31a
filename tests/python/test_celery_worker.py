# packs: celery
"""A real worker, run to its end on one thread."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from celery import Celery, _state, chain, chord, group

from harness import celery_worker
from harness.celery_clock import Clock
from harness.celery_worker import run_worker


@pytest.fixture
def app() -> Iterator[Any]:
    finalizers = set(_state._on_app_finalizers)
    made = Celery("shop", set_as_current=True)
    # As in production: nothing may be sent there.
    made.conf.update(
        broker_url="redis://broker.internal/0", result_backend="redis://broker.internal/1"
    )
    celery_worker.prepare(made)
    yield made
    # Tasks of one app are offered to all that come later.
    _state._on_app_finalizers.clear()
    _state._on_app_finalizers.update(finalizers)


def states(run: celery_worker.WorkerRun) -> list[tuple[str, str, int]]:
    return [(each.task.rpartition(".")[2], each.state, round(each.at)) for each in run.executions]


def test_tasks_wait_for_the_worker(app: Any) -> None:
    done: list[int] = []

    @app.task
    def add(a: int, b: int) -> int:
        done.append(a + b)
        return a + b

    sent = [add.delay(n, b=n) for n in range(3)]
    assert done == []
    run = run_worker(app)
    assert done == [0, 2, 4]
    assert [each.get() for each in sent] == [0, 2, 4]
    assert (run.ended, run.left) == ("done", 0)
    first = run.executions[1]
    assert (first.args, first.kwargs, first.state, first.result) == ((1,), {"b": 1}, "SUCCESS", 2)
    # A second worker finds nothing, and ends.
    assert run_worker(app).executions == []


def test_retries_take_their_time_but_not_ours(app: Any) -> None:
    @app.task(bind=True, max_retries=3, default_retry_delay=60)
    def charge(self: Any) -> str:
        if self.request.retries < 2:
            raise self.retry(exc=OSError("down"), countdown=60 * (self.request.retries + 1))
        return "paid"

    started = time.perf_counter()
    sent = charge.delay()
    run = run_worker(app)
    assert time.perf_counter() - started < 2
    assert states(run) == [
        ("charge", "RETRY", 0),
        ("charge", "RETRY", 60),
        ("charge", "SUCCESS", 180),
    ]
    assert [each.retries for each in run.executions] == [0, 1, 2]
    assert isinstance(run.executions[0].result, OSError)
    assert sent.get() == "paid"
    assert 180 <= run.seconds < 182


def test_backoff_of_autoretry(app: Any) -> None:
    @app.task(autoretry_for=(OSError,), retry_backoff=30, retry_jitter=False, max_retries=3)
    def fetch() -> None:
        raise ConnectionError("refused")

    fetch.delay()
    run = run_worker(app)
    assert [round(each.at) for each in run.executions] == [0, 30, 90, 210]
    assert [each.state for each in run.executions] == ["RETRY"] * 3 + ["FAILURE"]
    assert isinstance(run.executions[-1].result, ConnectionError)


def test_countdown_and_eta_are_kept_in_order(app: Any) -> None:
    @app.task
    def note(word: str) -> str:
        return word

    note.apply_async(["later"], countdown=3600)
    note.apply_async(["soon"], eta=datetime.now(UTC) + timedelta(seconds=100))
    note.delay("now")
    run = run_worker(app)
    assert [(each.result, round(each.at)) for each in run.executions] == [
        ("now", 0),
        ("soon", 100),
        ("later", 3600),
    ]


def test_the_limit_ends_the_run(app: Any) -> None:
    @app.task
    def note() -> None: ...

    note.apply_async(countdown=50)
    note.apply_async(countdown=5000)
    run = run_worker(app, limit=1000)
    assert (run.ended, run.left, len(run.executions)) == ("limit", 1, 1)


def test_the_deadline_ends_a_task_that_sends_itself(app: Any) -> None:
    @app.task(bind=True)
    def again(self: Any) -> None:
        self.delay()

    again.delay()
    started = time.perf_counter()
    run = run_worker(app, deadline=0.2)
    assert time.perf_counter() - started < 1
    assert (run.ended, run.left) == ("deadline", 1)
    assert len(run.executions) > 5


def test_what_expires_is_not_run(app: Any) -> None:
    @app.task
    def remind() -> None: ...

    remind.apply_async(countdown=100, expires=50)
    remind.apply_async(countdown=100, expires=150)
    assert states(run_worker(app)) == [("remind", "SUCCESS", 100)]


def test_a_rate_limit_spreads_tasks_out(app: Any) -> None:
    @app.task(rate_limit="6/m")
    def call() -> None: ...

    for _ in range(4):
        call.delay()
    assert [at for _, _, at in states(run_worker(app))] == [0, 10, 20, 30]


def test_queues_are_chosen(app: Any) -> None:
    app.conf.task_routes = {"*.slow": {"queue": "reports"}}
    from kombu import Queue

    app.conf.task_queues = [Queue("celery"), Queue("reports")]

    @app.task(name="shop.slow")
    def slow() -> None: ...

    @app.task(name="shop.fast")
    def fast() -> None: ...

    slow.delay()
    fast.delay()
    assert states(run_worker(app, queues=["celery"])) == [("fast", "SUCCESS", 0)]
    assert states(run_worker(app, queues=["reports"])) == [("slow", "SUCCESS", 0)]


def test_chains_groups_and_chords(app: Any) -> None:
    @app.task
    def add(a: int, b: int) -> int:
        return a + b

    @app.task
    def total(numbers: list[int]) -> int:
        return sum(numbers)

    chained = chain(add.s(1, 2), add.s(10))()
    grouped = group(add.s(n, n) for n in range(3))()
    chorded = chord([add.s(n, 1) for n in range(4)])(total.s())
    run = run_worker(app)
    assert run.ended == "done"
    assert (chained.get(), grouped.get(), chorded.get()) == (13, [0, 2, 4], 10)


def test_a_failure_does_not_end_the_worker(app: Any) -> None:
    @app.task
    def fail() -> None:
        raise ValueError("no")

    @app.task
    def work() -> int:
        return 1

    fail.delay()
    work.delay()
    app.send_task("shop.unknown")
    run = run_worker(app)
    assert [each.state for each in run.executions] == ["FAILURE", "SUCCESS"]
    assert run.ended == "done"


def test_a_task_that_exits_ends_the_worker(app: Any) -> None:
    @app.task
    def leave() -> None:
        raise SystemExit(3)

    leave.delay()
    assert run_worker(app).ended == "crash"


def test_real_time_is_left_alone(app: Any) -> None:
    seen: list[float] = []

    @app.task
    def look() -> None:
        seen.append(time.time())

    look.apply_async(countdown=1000)
    before = app.now()
    run_worker(app)
    assert abs(seen[0] - time.time()) < 5
    assert (app.now() - before).total_seconds() < 5


def test_nothing_is_left_listening(app: Any) -> None:
    from celery import signals

    @app.task
    def look() -> None: ...

    counts = []
    for _ in range(3):
        look.delay()
        run = run_worker(app)
        assert len(run.executions) == 1
        counts.append(len(signals.task_postrun.receivers or ()))
    assert len(set(counts)) == 1


def test_beat_and_schedules_can_be_imported() -> None:
    import celery.beat
    from celery.schedules import crontab

    assert celery.beat._Process is None
    due = crontab(hour=7, minute=30).remaining_estimate(datetime(2026, 3, 1, 7, tzinfo=UTC))
    assert isinstance(due, timedelta)
    with pytest.raises(ValueError, match="99 > 59"):
        crontab(minute="99")


def test_the_command_line_of_a_worker_can_be_read() -> None:
    from celery.bin.worker import worker

    found = worker.make_context(
        "worker", ["-Q", "reports", "-c", "2", "-P", "solo"], obj=None, resilient_parsing=True
    )
    assert found.params["concurrency"] == 2


def test_a_message_can_be_delivered_twice(app: Any) -> None:
    done: list[int] = []

    @app.task
    def note(n: int) -> None:
        done.append(n)

    for n in (1, 2):
        note.delay(n)
    assert celery_worker.deliver_again() == 2
    run = run_worker(app)
    assert done == [1, 2, 1, 2]
    assert len({each.id for each in run.executions}) == 2
    assert (run.ended, run.left) == ("done", 0)


def test_a_clock_of_the_callers_tells_the_workers_time(app: Any) -> None:
    clock = Clock()
    seen: list[int] = []

    @app.task
    def look() -> None:
        seen.append(round(clock.elapsed()))

    look.delay()
    look.apply_async(countdown=3600)
    run_worker(app, clock=clock)
    assert seen == [0, 3600]
