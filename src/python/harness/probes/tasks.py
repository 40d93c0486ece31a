"""Carry out a scenario around background tasks: what is sent when, and each attempt of a worker."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

from ..probing import Performance, Refused
from ..report import LearnerError
from ..request import ProbeRequest
from ..stepped import Step, Stepped, saved_data
from ..task_messages import Message

# In one step; a grading has to come to an end.
MAX_FAILURES = 60


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
        self._worker = _worker(params["app"], self._sent, self._runs)
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


def _worker(app: str | None, sent: list[Message], runs: list[dict[str, Any]]) -> Any:
    """Celery is there only where the project has its pack."""
    if app:
        from ..celery_tasks import OnCelery

        return OnCelery(app, sent, runs)
    from ..django_tasks import OnDjango

    return OnDjango(sent, runs)


def arrange(request: ProbeRequest) -> Performance:
    """`params`: those of `Tasks`."""
    saved = saved_data(request)
    if isinstance(saved, LearnerError):
        return Refused(request, saved)
    return Tasks(request, saved)
