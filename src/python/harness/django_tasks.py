"""Django's own tasks in a scenario: what is sent, and how what a backend keeps is run."""

from __future__ import annotations

from typing import Any

from django.tasks import signals, task_backends
from django.tasks.backends.immediate import ImmediateBackend

from .task_messages import Message, message, told


class OnDjango:
    """Writes down what is enqueued and what becomes of it, in lists that the caller empties."""

    def __init__(self, sent: list[Message], runs: list[dict[str, Any]]) -> None:
        self._running: list[Any] = []

        def enqueued(sender: Any, task_result: Any, **_: Any) -> None:
            # A backend that runs tasks at once says both.
            if task_result not in self._running:
                task = task_result.task
                sending = message(task.name, task_result.args, task_result.kwargs)
                sent.append({**sending, "queue": task.queue_name, "priority": task.priority})

        def finished(sender: Any, task_result: Any, **_: Any) -> None:
            errors = task_result.errors
            runs.append(
                {
                    "task": task_result.task.name,
                    "id": task_result.id,
                    "attempt": 1,
                    "at": 0.0,
                    "state": str(task_result.status.value),
                    "args": [told(arg) for arg in task_result.args],
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
        every: list[Any] = [task_backends[alias] for alias in task_backends.settings]
        return [backend for backend in every if hasattr(backend, "results")]
