"""A requirement on what a probe saw: the way for words that have a rule of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from harness.report import Place

from .results import odd
from .ruling import Failed, Outcome, Ruling


@dataclass(frozen=True, slots=True)
class Sees:
    """`look` rules on what the one probe of a subject claims."""

    title: str
    # How the probe is told of.
    tried: str
    look: Callable[[Any], Ruling]

    def rule(self, outcomes: list[Outcome]) -> Ruling:
        """See `Requirement`."""
        (outcome,) = outcomes
        if ruling := odd(outcome, self.tried, 0):
            return ruling
        try:
            return self.look(outcome.mine.claim.bare)
        except TypeError, LookupError, AttributeError, ValueError, ArithmeticError:
            # A submission can make any probe claim anything.
            return Failed(
                f"{self.tried}, and what came back has another form than expected.",
                "Not yet: what your code does cannot be judged.",
            )


def place_of(seen: Any, *names: str) -> Place | None:
    """The line of the first of these names that the probe knows one of: `Order.total`, then `Order`."""
    for name in names:
        if name in seen["places"]:
            file, line = seen["places"][name]
            return Place(str(file), int(line), "")
    return None


def listed(words: list[str], nothing: str = "none") -> str:
    """`a`, `b` and `c`."""
    quoted = [f"`{each}`" for each in words]
    if not quoted:
        return nothing
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
