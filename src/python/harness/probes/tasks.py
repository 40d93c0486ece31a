"""Carry out a scenario around background tasks: what is sent when, and each attempt of a worker."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

from django.db import connection

from ..plain import NotPlain, plain
from ..plain_json import bare
from ..probing import Performance, Refused
from ..report import LearnerError
from ..request import ProbeRequest
from ..stepped import Step, Stepped, saved_data

# In one step; a grading has to come to an end.
MAX_FAILURES = 100
# Real seconds for one worker; only a machine with too much to do comes near.
DEADLINE = 12.0

type Message = dict[str, Any]


class Tasks(Stepped):
    """Claims, besides the values, the messages that were sent and the attempts that were made.

    `params`, besides those of `Stepped`: app (`module:name` of a Celery app, or None for Django's own
    tasks), tasks (modules of the submission with tasks in them), options (of tasks, by name).
    """

    def __init__(self, request: ProbeRequest, saved: bytes) -> None:
        self._sent: list[Message] = []
        self._runs: list[dict[str, Any]] = []
        self._options: dict[str, dict[str, Any]] = {}
        self._trouble: Callable[[str], None] = lambda _target: None
        params = request.probe.params
        worker = OnCelery if params["app"] else OnDjango
        self._worker = worker(params["app"], self._sent, self._runs)
        super().__init__(request, saved)
        self._task_modules: list[str] = params["tasks"]
        self._wanted: list[str] = params["options"]

    def _walk(self) -> None:
        for name in self._task_modules:
            importlib.import_module(name)
        self._options = self._worker.options(self._wanted)
        super()._walk()

    def facts(self) -> dict[str, Any]:
        return {**super().facts(), "options": self._options}

    def tell(self) -> dict[str, Any]:
        told = {"sent": list(self._sent), "runs": list(self._runs)}
        self._sent.clear()
        self._runs.clear()
        return told

    def carry_out(self, step: Step) -> Any:
        if step["do"] != "work":
            return super().carry_out(step)
        if step["twice"] == "again":
            self._worker.deliver_again()
        if step["twice"] == "meanwhile":
            self._trouble = _Meanwhile(self._worker.run_current)
        if step["outage"]:
            self._trouble = _Outage(step["outage"], self._worker.elapsed)
        try:
            self._worker.work()
        finally:
            self._trouble = lambda _target: None
        return None

    def called(self, target: str) -> None:
        self._trouble(target)


class _Outage:
    """A counted function fails until a moment of the worker's clock."""

    def __init__(self, outage: dict[str, Any], elapsed: Callable[[], float]) -> None:
        self._outage = outage
        self._elapsed = elapsed
        module, _, name = outage["error"].partition(":")
        self._error: type[Exception] = getattr(importlib.import_module(module), name)
        self._left = MAX_FAILURES

    def __call__(self, target: str) -> None:
        if target != self._outage["function"] or self._elapsed() >= self._outage["until"]:
            return
        self._left -= 1
        if self._left < 0:
            from celery.exceptions import Ignore

            # Whoever tries so often is not worth waiting for: Celery drops a task that raises this.
            raise Ignore
        raise self._error(*self._outage["args"])


class _Meanwhile:
    """A second worker has the same message, and runs it while the first is in a counted function."""

    def __init__(self, run: Callable[[], None]) -> None:
        self._run: Callable[[], None] | None = run

    def __call__(self, target: str) -> None:
        if run := self._run:
            self._run = None
            run()


class OnCelery:
    """Celery, with a worker that works until nothing is left."""

    def __init__(self, app: str, sent: list[Message], runs: list[dict[str, Any]]) -> None:
        from celery import signals

        from .. import celery_worker
        from ..celery_clock import Clock

        module, _, name = app.partition(":")
        self._app: Any = getattr(importlib.import_module(module), name)
        self._celery: Any = celery_worker
        self._make_clock = Clock
        self._clock = Clock()
        self._runs = runs
        celery_worker.prepare(self._app)

        def publishing(sender: str, body: Any, headers: Any, **_: Any) -> None:
            args, kwargs, *_rest = body
            # A retry is a message, too; it is told by the attempts.
            if not headers.get("retries"):
                sent.append(_message(sender, args, kwargs))

        self._publishing = publishing
        signals.before_task_publish.connect(publishing, weak=False)

    def options(self, names: list[str]) -> dict[str, dict[str, Any]]:
        """Those options of each task of the submission's, as Celery has made them of all settings."""
        own = {
            name: task for name, task in self._app.tasks.items() if not name.startswith("celery.")
        }
        return {
            name.rpartition(".")[2]: {each: _told(getattr(task, each, None)) for each in names}
            for name, task in own.items()
        }

    def elapsed(self) -> float:
        """Seconds since the worker started, skipped ones included."""
        return float(self._clock.elapsed())

    def deliver_again(self) -> None:
        """Have each waiting message delivered twice."""
        self._celery.deliver_again()

    def run_current(self) -> None:
        """Run what the worker runs right now once more, within it."""
        task = self._app.current_task
        if task:
            task.run(*task.request.args, **task.request.kwargs)

    def work(self) -> None:
        """Work until nothing is left."""
        self._clock = self._make_clock()
        run = self._celery.run_worker(self._app, clock=self._clock, deadline=DEADLINE)
        for each in run.executions:
            failed = isinstance(each.result, BaseException)
            self._runs.append(
                {
                    "task": each.task.rpartition(".")[2],
                    "id": each.id,
                    "attempt": each.retries + 1,
                    "at": round(each.at, 1),
                    "state": each.state,
                    "args": [_told(arg) for arg in each.args],
                    "error": f"{type(each.result).__name__}: {each.result}" if failed else "",
                }
            )


class OnDjango:
    """Django's own tasks: what a backend keeps is run here, and what it runs itself is written down."""

    def __init__(self, _app: None, sent: list[Message], runs: list[dict[str, Any]]) -> None:
        from django.tasks import signals

        self._running: list[Any] = []

        def enqueued(sender: Any, task_result: Any, **_: Any) -> None:
            # A backend that runs tasks at once says both.
            if task_result not in self._running:
                task = task_result.task
                message = _message(task.name, task_result.args, task_result.kwargs)
                sent.append({**message, "queue": task.queue_name, "priority": task.priority})

        def finished(sender: Any, task_result: Any, **_: Any) -> None:
            errors = task_result.errors
            runs.append(
                {
                    "task": task_result.task.name,
                    "id": task_result.id,
                    "attempt": 1,
                    "at": 0.0,
                    "state": str(task_result.status.value),
                    "args": [_told(arg) for arg in task_result.args],
                    "error": errors[-1].exception_class_path if errors else "",
                }
            )

        self._heard = (enqueued, finished)
        signals.task_enqueued.connect(enqueued, weak=False)
        signals.task_finished.connect(finished, weak=False)

    def options(self, names: list[str]) -> dict[str, dict[str, Any]]:
        """Django's tasks have none that could be told by name."""
        return {}

    def elapsed(self) -> float:
        """No time passes: there are no retries."""
        return 0.0

    def deliver_again(self) -> None:
        """Have each waiting task run twice."""
        for backend in self._backends():
            backend.results += list(backend.results)

    def run_current(self) -> None:
        """Run what runs right now once more, within it."""
        if self._running:
            result = self._running[-1]
            result.task.call(*result.args, **result.kwargs)

    def work(self) -> None:
        """Run what waits."""
        from django.tasks.backends.immediate import ImmediateBackend

        for backend in self._backends():
            worker: Any = ImmediateBackend(backend.alias, {})
            while backend.results:
                result = backend.results.pop(0)
                self._running.append(result)
                try:
                    worker._execute_task(result)
                finally:
                    self._running.pop()

    def _backends(self) -> list[Any]:
        """Those that keep tasks for a worker."""
        from django.tasks import task_backends

        every: list[Any] = [task_backends[alias] for alias in task_backends.settings]
        return [backend for backend in every if hasattr(backend, "results")]


def _message(task: str, args: Any, kwargs: Any) -> Message:
    return {
        "task": task.rpartition(".")[2],
        "args": [_told(each) for each in args],
        "kwargs": {str(name): _told(each) for name, each in kwargs.items()},
        "types": [type(each).__name__ for each in [*args, *kwargs.values()]],
        "in_transaction": bool(connection.in_atomic_block),
    }


def _told(value: Any) -> Any:
    try:
        return bare(plain(value))
    except NotPlain:
        return f"<{type(value).__name__}>"


def arrange(request: ProbeRequest) -> Performance:
    """`params`: those of `Tasks`."""
    saved = saved_data(request)
    if isinstance(saved, LearnerError):
        return Refused(request, saved)
    return Tasks(request, saved)
