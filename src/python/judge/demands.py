"""Requirements on what requests were answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from harness.report import Measured, Place, TableExhibit

from .answers import Answer, Story, filled, story_of
from .ruling import Failed, Outcome, Passed, Ruling

MAX_TOLD = 4


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a scenario, as messages tell of it."""

    # GET, POST, ...; empty for a call of the author's function.
    method: str
    path: str
    who: str
    # What is done, instead of the three above.
    doing: str = ""
    # What sets this request apart from others of its kind: "an old signature".
    about: str = ""

    def by(self, names: dict[str, Any]) -> str:
        """Who sends it, and about what."""
        who = str(filled(self.who, names))
        return f"{who} ({self.about})" if self.about else who

    def told(self, answer: Answer, names: dict[str, Any]) -> str:
        """`GET /orders/3/` as anna."""
        return self.doing or f"`{self.method} {answer.path or self.path}` as {self.by(names)}"


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is not as demanded, in words that follow the request: "answered 200, not 404"."""

    words: str
    measured: Measured | None = None


# Whether the answer is right; with the solution's, where that was asked for.
type Condition = Callable[[Answer, Answer | None, dict[str, Any]], Wrong | None]


@dataclass(slots=True)
class Demands:
    """Everything that one check demands of the answers; they are looked at in the order of the plan."""

    title: str
    steps: list[Step]
    # The first check of a scenario shows all its requests.
    shows: bool
    conditions: list[tuple[int, Condition]] = field(default_factory=list[tuple[int, Condition]])

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        (outcome,) = outcomes
        try:
            return self._rule(outcome)
        except TypeError, LookupError, AttributeError, ValueError:
            # A submission can make any probe claim anything.
            return Failed("What came back has another form than expected.", self._sentence())

    def _rule(self, outcome: Outcome) -> Ruling:
        mine = story_of(outcome.mine)
        right = story_of(outcome.right) if outcome.right else None
        # Nobody can say which request took those that went past Django: each did.
        hidden = outcome.queries - outcome.mine.claim.report.query_count
        exhibits = [_table(self.steps, mine)] if self.shows else []
        for number, condition in sorted(self.conditions, key=lambda pair: pair[0]):
            answer = mine.answers[number]
            answer = replace(answer, queries=answer.queries + hidden)
            told = self.steps[number].told(answer, mine.names)
            if wrong := _wrong(condition, answer, right and right.answers[number], mine):
                message = f"{told} {wrong.words}."
                place, words = _cause(answer)
                sentence = self._sentence()
                return Failed(message + words, sentence, place, wrong.measured, [*exhibits])
        return Passed(self._praise(mine), exhibits=[*exhibits])

    def _sentence(self) -> str:
        return f"Not yet: “{self.title}” does not hold."

    def _praise(self, mine: Story) -> str:
        numbers = sorted({number for number, _ in self.conditions})
        told = dict.fromkeys(
            f"{self.steps[number].told(mine.answers[number], mine.names)}: {_outcome(mine.answers[number])}"
            for number in numbers
        )
        more = len(told) - MAX_TOLD
        return "; ".join(list(told)[:MAX_TOLD]) + (f"; and {more} more." if more > 0 else ".")


def _wrong(condition: Condition, answer: Answer, right: Answer | None, mine: Story) -> Wrong | None:
    if answer.missing:
        return Wrong(f"was not sent: it needs “{answer.missing}” from an earlier answer")
    return condition(answer, right, mine.names)


def _cause(answer: Answer) -> tuple[Place | None, str]:
    """The exception behind a wrong answer, or what the body of a refusal says."""
    if error := answer.error:
        line = f" in line {error.place.line} of {error.place.file}" if error.place else ""
        hint = f" {error.hint}" if error.hint else ""
        return error.place, f" {error.type} was raised{line}: {error.message}.{hint}"
    if answer.status is not None and answer.status >= 400 and answer.body:
        return None, f" It said: {answer.body}"
    return None, ""


def _outcome(answer: Answer) -> str:
    return "right" if answer.status is None else str(answer.status)


def _table(steps: list[Step], mine: Story) -> TableExhibit:
    rows: list[list[str]] = []
    for step, answer in zip(steps, mine.answers, strict=True):
        status = "not sent" if answer.missing else str(answer.status or "")
        if answer.error:
            status = f"{status} {answer.error.type}".strip()
        path = step.doing or answer.path or step.path
        rows.append([step.method, path, step.by(mine.names), status, str(answer.queries)])
    return TableExhibit("Requests", ["Method", "Path", "Who", "Status", "Queries"], rows)
