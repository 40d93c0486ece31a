"""One start of Django with a learner's settings, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from harness.claim import Claim
from harness.report import Place

from .ruling import Failed, Outcome, Passed, Ruling
from .secrets import hide


@dataclass(frozen=True, slots=True)
class Start:
    """One start of Django: which probe it is, and how it is told of, without the secrets."""

    number: int
    module: str
    tried: str
    secrets: tuple[str, ...]

    def claim(self, outcomes: list[Outcome]) -> Claim:
        """What came of it."""
        return outcomes[self.number].mine.claim

    def part(self, outcomes: list[Outcome], name: str) -> Mapping[str, Any]:
        """A part of the value; empty when the submission has meddled with it."""
        value = self.claim(outcomes).bare
        part = value.get(name) if isinstance(value, dict) else None
        return part if isinstance(part, dict) else {}

    def stopped(self, outcomes: list[Outcome]) -> Failed | None:
        """The failure, when Django did not start and should have."""
        error = self.claim(outcomes).report.error
        if not error:
            return None
        return self.failed(
            f"Django did not start: {error.type}: {error.message}",
            f"Not yet: the settings raise {error.type}.",
            place_of(self.claim(outcomes)),
        )

    def failed(self, words: str, sentence: str, place: Place | None = None) -> Failed:
        """A failure of this start."""
        message = hide(f"{self.tried}. {words}", self.secrets)
        return Failed(message, sentence, place, shown=self.number)


class Conditional(Protocol):
    """A requirement with a condition of the author's."""

    @property
    def title(self) -> str:
        """The sentence that the learner sees."""
        ...

    @property
    def condition(self) -> Callable[..., bool | str]:
        """True, or what is wrong."""
        ...


def holds(rule: Conditional, start: Start, value: Any, also: str = "") -> Ruling:
    """Whether the author's condition holds; a submission can make any value of any form."""
    try:
        verdict = rule.condition(value)
    except TypeError, LookupError, AttributeError, ValueError, ArithmeticError:
        verdict = "Something is missing, or has another form than expected."
    if verdict is True:
        return Passed(f"{also or start.tried}, and it is as it should be.")
    words = verdict if isinstance(verdict, str) else "That is not as it should be."
    return start.failed(
        f"{also}. {words}" if also else words, f"Not yet: “{rule.title}” does not hold."
    )


def place_of(claim: Claim) -> Place | None:
    error = claim.report.error
    frame = error.frames[-1] if error and error.frames else None
    return Place(frame.file, frame.line, frame.scope) if frame else None
