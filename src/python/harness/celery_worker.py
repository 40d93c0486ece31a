"""A real Celery worker on the one thread there is: it works until nothing is left, and returns.

Needs the pack `celery`. The broker is `memory://`, the pool is `solo`; strategy, prefetching, retries,
acknowledgement, rate limits, expiry and ETA are Celery's own. Waiting takes no time: when the queues are
empty, the worker's clock jumps to the next ETA (`celery_clock`). Only Celery sees that clock: code in a task
that asks for the time gets the computer's.

Not here: time limits of tasks (the solo pool has none), and a worker that is killed.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal
from uuid import uuid4

from celery import Celery, _state, signals
from celery.exceptions import WorkerShutdown
from celery.worker import WorkController
from celery.worker.consumer import Consumer
from kombu.transport import memory

from .celery_clock import Clock, Timer

BROKER = "memory://localhost/"
RESULTS = "cache+memory://"


@dataclass(frozen=True, slots=True)
class Execution:
    """One attempt at one task."""

    task: str
    id: str
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    # How many attempts went before.
    retries: int
    # When it began: seconds since the worker started, those that were skipped included.
    at: float
    # Celery's word: SUCCESS, FAILURE, RETRY, IGNORED or REJECTED.
    state: str
    # What it returned; of a failure the exception; of a retry the reason.
    result: Any


@dataclass(slots=True)
class WorkerRun:
    """What a worker did before it ended."""

    executions: list[Execution] = field(default_factory=list[Execution])
    # How long all of it would have taken.
    seconds: float = 0.0
    # Messages in the queues, and tasks that wait for their moment.
    left: int = 0
    # `done`: nothing was left. `limit`: the next task is due later than that. `deadline`: real time is up.
    # `crash`: the worker ended by itself, as when a task exits.
    ended: Literal["done", "limit", "deadline", "crash"] = "crash"


def prepare(app: Celery) -> None:
    """Give an app a broker and a store for results in this process, both empty, whatever it is set up with.

    Tasks that are sent from now on wait for `run_worker`. Call it before the first task is sent.
    """
    app.conf.update(
        broker_url=BROKER, broker_read_url=BROKER, broker_write_url=BROKER, task_always_eager=False
    )
    result = str(app.conf.result_backend or "disabled")
    if result.partition("://")[0] in ("redis", "rediss", "rpc", "amqp", "cache", "db+postgresql"):
        app.conf.update(result_backend=RESULTS)
    # What was made for another broker is not used again.
    app._after_fork()
    app._backend_cache = None
    app._local.__dict__.pop("backend", None)
    memory.Channel.queues.clear()
    memory.Channel.events.clear()
    memory.Transport.global_state.clear()


def run_worker(
    app: Celery,
    *,
    queues: Sequence[str] | None = None,
    limit: float = 24 * 3600.0,
    deadline: float = 5.0,
    clock: Clock | None = None,
) -> WorkerRun:
    """Work until nothing is left, nothing more is due within `limit` seconds, or `deadline` real ones passed.

    `queues` are the names that `celery worker -Q` takes; all that the app defines when absent. A task that
    runs is never interrupted. Tasks that wait for a later moment are lost when the worker ends. A `clock` of
    the caller's tells them the worker's time.
    """
    clock = clock or Clock()
    run = WorkerRun()
    stop_at = time.monotonic() + deadline

    def loop(worker: Any, connection: Any, consumer: Any, blueprint: Any, *rest: Any) -> None:
        """Celery's blocking loop, with the timer in it and an end."""
        consumer.on_message = worker.create_task_handler()
        consumer.consume()
        worker.on_ready()
        while True:
            if worker.qos.prev != worker.qos.value:
                worker.qos.update()
            worker.perform_pending_operations()
            if time.monotonic() > stop_at:
                run.ended = "deadline"
            elif _deliver(connection) or worker.timer.call_due():
                continue
            elif (moment := worker.timer.next_at()) is None:
                run.ended = "done"
            elif clock.elapsed() + moment - clock.monotonic() > limit:
                run.ended = "limit"
            else:
                clock.skip_to(moment)
                continue
            run.left = len(worker.timer) + _waiting(app)
            raise WorkerShutdown(0)

    steps = type("Steps", (Consumer,), {"loop": staticmethod(loop)})
    with clock.shown_to(app), _executions(run, clock), _joinable():
        WorkController(
            app=app,
            queues=list(queues) if queues is not None else None,
            pool="solo",
            concurrency=1,
            consumer_cls=steps,
            timer_cls=partial(Timer, clock),
            use_eventloop=False,
            without_gossip=True,
            without_mingle=True,
            without_heartbeat=True,
            optimization="fair",
        ).start()
    run.seconds = clock.elapsed()
    return run


def deliver_again() -> int:
    """Put a copy of each waiting message behind it, as a broker that was not sure delivers it; how many."""
    copies = 0
    for queue in memory.Channel.queues.values():
        for message in list(queue.queue):
            copy = deepcopy(message)
            copy["properties"]["delivery_tag"] = str(uuid4())
            queue.put(copy)
            copies += 1
    return copies


def _deliver(connection: Any) -> bool:
    """Have the worker take one message, and with the solo pool run it; whether there was one."""
    try:
        connection.drain_events(timeout=0)
    except TimeoutError:
        return False
    return True


def _waiting(app: Celery) -> int:
    return sum(
        queue.qsize() for name, queue in memory.Channel.queues.items() if name in app.amqp.queues
    )


@contextmanager
def _joinable() -> Generator[None]:
    """A worker forbids its process to wait for results; ours is not one once it has ended."""
    try:
        yield
    finally:
        _state._set_task_join_will_block(False)


@contextmanager
def _executions(run: WorkerRun, clock: Clock) -> Generator[None]:
    """Write down each attempt."""
    began: dict[str, float] = {}

    def before(task_id: str, **_: Any) -> None:
        began[task_id] = clock.elapsed()

    def after(
        sender: Any, task_id: str, args: Any, kwargs: Any, retval: Any, state: str, **_: Any
    ) -> None:
        request = sender.request
        retries, at = request.retries or 0, began.pop(task_id, 0.0)
        result = getattr(retval, "exc", None) or retval if state == "RETRY" else retval
        run.executions.append(
            Execution(sender.name, task_id, tuple(args), dict(kwargs), retries, at, state, result)
        )

    signals.task_prerun.connect(before, weak=False)
    signals.task_postrun.connect(after, weak=False)
    try:
        yield
    finally:
        signals.task_prerun.disconnect(before)
        signals.task_postrun.disconnect(after)
