"""Requirements on what a probe returned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from harness.plain import difference, plain

from .ruling import Failed, Outcome, Passed, Ruling


@dataclass(frozen=True, slots=True)
class SameResult:
    """The value is the solution's on the same data, to the type of each part."""

    title: str
    # How each probe is told of: "`report()` was called with 30 orders".
    tried: list[str]
    # The message when it holds.
    praise: str
    # When it does not: "the result is not right with 30 orders", one for each probe.
    blame: list[str]

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        for number, outcome in enumerate(outcomes):
            assert outcome.right is not None
            if ruling := odd(outcome, self.tried[number], number):
                return ruling
            if found := difference(outcome.right.claim.value, outcome.mine.claim.value):
                return _differs(found, self.tried[number], self.blame[number], number)
        return Passed(self.praise)


@dataclass(frozen=True, slots=True)
class Equals:
    """The value is the one that the author gives."""

    title: str
    tried: str
    expected: Any

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        (outcome,) = outcomes
        if ruling := odd(outcome, self.tried, 0):
            return ruling
        if found := difference(plain(self.expected), outcome.mine.claim.value):
            return _differs(found, self.tried, "the result is not right", 0)
        return Passed(f"{self.tried}: {self.expected!r}.")


@dataclass(frozen=True, slots=True)
class Holds:
    """The author's own condition on the value: True, or a sentence that says what is wrong."""

    title: str
    tried: str
    condition: Callable[[Any], bool | str]

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        (outcome,) = outcomes
        if ruling := odd(outcome, self.tried, 0):
            return ruling
        try:
            verdict = self.condition(outcome.mine.claim.bare)
        except TypeError, LookupError, AttributeError, ValueError, ArithmeticError:
            # A submission can make any script return anything.
            verdict = "What came back has another form than expected."
        if verdict is True:
            return Passed(f"{self.tried}, as it should.")
        words = verdict if isinstance(verdict, str) else "That is not as it should be."
        return Failed(f"{self.tried}. {words}", f"Not yet: {_lower(self.title)} does not hold.")


def odd(outcome: Outcome, tried: str, number: int) -> Failed | None:
    """The ruling on a value that could not be copied."""
    if not outcome.mine.claim.odd:
        return None
    return Failed(
        f"{tried}, and returned {outcome.mine.claim.odd}.",
        "Not yet: the result cannot be compared.",
        shown=number,
    )


def _differs(found: str, tried: str, blame: str, number: int) -> Failed:
    return Failed(
        f"{tried}. {found[0].upper()}{found[1:]}.",
        f"Not yet: {blame}.",
        shown=number,
    )


def _lower(title: str) -> str:
    return f"“{title}”"
