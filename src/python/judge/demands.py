"""Requirements on what requests were answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from harness.exhibits import HttpExhibit
from harness.report import Measured, Place

from .answers import Answer, Story, story_of
from .http_exhibit import Step, http_exhibit
from .ruling import Failed, Outcome, Passed, Ruling

MAX_TOLD = 4
# A submission can make any probe claim anything.
_MALFORMED = (TypeError, LookupError, AttributeError, ValueError, ArithmeticError)


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
    # The first check of a scenario shows all its requests, with what is wrong with them for any check.
    shows: list[Demands]
    conditions: list[tuple[int, Condition]] = field(default_factory=list[tuple[int, Condition]])
    # Numbers of queries that are shown when they are kept, too.
    budgets: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        (outcome,) = outcomes
        try:
            return self._rule(outcome)
        except _MALFORMED:
            return Failed("What came back has another form than expected.", self._sentence())

    def _rule(self, outcome: Outcome) -> Ruling:
        mine = story_of(outcome.mine)
        right = story_of(outcome.right) if outcome.right else None
        # Nobody can say which request took those that went past Django: each did.
        hidden = outcome.queries - outcome.mine.claim.report.query_count
        exhibits = [self._exhibit(mine, right, hidden)] if self.shows else []
        for number, condition in sorted(self.conditions, key=lambda pair: pair[0]):
            answer = mine.answers[number]
            answer = replace(answer, queries=answer.queries + hidden)
            told = self.steps[number].told(answer, mine.names)
            if wrong := _wrong(condition, answer, right and right.answers[number], mine):
                message = f"{told} {wrong.words}."
                place, words = _cause(answer)
                sentence = self._sentence()
                return Failed(message + words, sentence, place, wrong.measured, [*exhibits])
        return Passed(self._praise(mine), "", self._spent(mine, hidden), [*exhibits])

    def _spent(self, mine: Story, hidden: int) -> Measured | None:
        spent = [
            Measured(mine.answers[number].queries + hidden, at_most, "queries")
            for number, at_most in self.budgets
        ]
        return max(spent, key=lambda each: each.got - each.target, default=None)

    def wrongs(self, mine: Story, right: Story | None, hidden: int) -> Iterator[tuple[int, str]]:
        """Each answer that is not as demanded, by its number, with the words for it."""
        for number, condition in self.conditions:
            answer = mine.answers[number]
            answer = replace(answer, queries=answer.queries + hidden)
            try:
                wrong = _wrong(condition, answer, right and right.answers[number], mine)
            except _MALFORMED:
                # What the author asks may be there only when an earlier demand holds.
                continue
            if wrong:
                yield number, f"{self.steps[number].doing or 'It'} {wrong.words}."

    def _exhibit(self, mine: Story, right: Story | None, hidden: int) -> HttpExhibit:
        wrong: dict[int, list[str]] = {}
        for demands in self.shows:
            for number, words in demands.wrongs(mine, right, hidden):
                wrong.setdefault(number, []).append(words)
        return http_exhibit(self.steps, mine, wrong)

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
