"""Background tasks as they are shown: what was sent, and a worker's attempts on its clock."""

from __future__ import annotations

from math import isfinite
from typing import Any, Literal

from harness.exhibits import TaskRun, TaskSent, TasksExhibit, TaskStep

from .scenario import Seen
from .task_words import call

type Outcome = Literal["succeeded", "failed", "retried", "other"]

MAX_RUNS = 200
_OUTCOMES: dict[str, Outcome] = {
    "SUCCESS": "succeeded",
    "SUCCESSFUL": "succeeded",
    "FAILURE": "failed",
    "FAILED": "failed",
    "RETRY": "retried",
}


def tasks_exhibit(every: list[Seen]) -> TasksExhibit:
    """Raises ValueError, TypeError or LookupError for claims of another form."""
    return TasksExhibit("Tasks", [_step(each) for each in every])


def _step(each: Seen) -> TaskStep:
    sent = [TaskSent(call(one), bool(one["in_transaction"])) for one in each.facts["sent"]]
    messages: dict[str, int] = {}
    tried: set[tuple[int, int]] = set()
    runs: list[TaskRun] = []
    for run in each.facts["runs"][:MAX_RUNS]:
        message = messages.setdefault(str(run["id"]), len(messages) + 1)
        attempt = (message, int(run["attempt"]))
        runs.append(_run(run, message, attempt in tried))
        tried.add(attempt)
    return TaskStep(each.step.told, sent, runs)


def _run(run: dict[str, Any], message: int, again: bool) -> TaskRun:
    at = float(run["at"])
    if not isfinite(at):
        raise ValueError("no moment")
    state = str(run["state"])
    outcome = _OUTCOMES.get(state, "other")
    return TaskRun(
        call(run), message, int(run["attempt"]), at, outcome, state, again, str(run["error"])
    )
