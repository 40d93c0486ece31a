"""Requirements on what a site does once it has started: what it answers, what it logs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .ruling import Outcome, Ruling
from .starts import Start, holds


@dataclass(frozen=True, slots=True)
class Answers:
    """The author's own condition on an answer of the site."""

    title: str
    start: Start
    number: int
    path: str
    condition: Callable[[dict[str, Any]], bool | str]

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        if failed := self.start.stopped(outcomes):
            return failed
        value = self.start.claim(outcomes).bare
        answers = value.get("answers") if isinstance(value, dict) else None
        answer = answers[self.number] if isinstance(answers, list) else {}
        if not isinstance(answer, dict) or answer.get("error"):
            error = answer.get("error") if isinstance(answer, dict) else "nothing came back"
            return self.start.failed(
                f"`{self.path}` was asked for: {error}.", f"Not yet: `{self.path}` does not answer."
            )
        return holds(self, self.start, answer, f"`{self.path}` was asked for")


@dataclass(frozen=True, slots=True)
class Logs:
    """The author's own condition on the lines that log records become."""

    title: str
    start: Start
    number: int
    condition: Callable[[list[list[str]]], bool | str]

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        if failed := self.start.stopped(outcomes):
            return failed
        value = self.start.claim(outcomes).bare
        logged = value.get("logged") if isinstance(value, dict) else None
        lines = logged[self.number] if isinstance(logged, list) else None
        return holds(self, self.start, lines)
