"""Celery in a scenario: what is sent, and a worker that works until nothing is left."""

from __future__ import annotations

import importlib
from typing import Any

from celery import signals

from . import celery_worker
from .celery_clock import Clock
from .task_messages import Message, message, told

# Real seconds for one worker; only a machine with too much to do comes near.
DEADLINE = 12.0


class OnCelery:
    """Writes down what an app sends and what a worker makes of it, in lists that the caller empties."""

    def __init__(self, app: str, sent: list[Message], runs: list[dict[str, Any]]) -> None:
        module, _, name = app.partition(":")
        self._app: Any = getattr(importlib.import_module(module), name)
        self._clock = Clock()
        self._runs = runs
        celery_worker.prepare(self._app)

        def publishing(sender: str, body: Any, headers: Any, **_: Any) -> None:
            args, kwargs, *_rest = body
            # A retry is a message, too; it is told by the attempts.
            if not headers.get("retries"):
                sent.append(message(sender, args, kwargs))

        self._publishing = publishing
        signals.before_task_publish.connect(publishing, weak=False)

    def options(self, names: list[str]) -> dict[str, dict[str, Any]]:
        """Those options of each task of the submission's, as Celery has made them of all settings."""
        own = {
            name: task for name, task in self._app.tasks.items() if not name.startswith("celery.")
        }
        return {
            name.rpartition(".")[2]: {each: told(getattr(task, each, None)) for each in names}
            for name, task in own.items()
        }

    def elapsed(self) -> float:
        """Seconds since the worker started, skipped ones included."""
        return float(self._clock.elapsed())

    def deliver_again(self) -> None:
        """Have each waiting message delivered twice."""
        celery_worker.deliver_again()

    def run_current(self) -> None:
        """Run what the worker runs right now once more, within it."""
        task = self._app.current_task
        if task:
            task.run(*task.request.args, **task.request.kwargs)

    def work(self) -> None:
        """Work until nothing is left."""
        self._clock = Clock()
        run = celery_worker.run_worker(self._app, clock=self._clock, deadline=DEADLINE)
        for each in run.executions:
            failed = isinstance(each.result, BaseException)
            self._runs.append(
                {
                    "task": each.task.rpartition(".")[2],
                    "id": each.id,
                    "attempt": each.retries + 1,
                    "at": round(each.at, 1),
                    "state": each.state,
                    "args": [told(arg) for arg in each.args],
                    "error": f"{type(each.result).__name__}: {each.result}" if failed else "",
                }
            )
