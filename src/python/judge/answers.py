"""What came of the steps of a scenario, read from a claim."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from harness.report import Place

from .request import Metered

MAX_BODY = 240


@dataclass(frozen=True, slots=True)
class Raised:
    """An exception that came out of the submission."""

    type: str
    message: str
    place: Place | None
    hint: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What one request got; for a call of the author's function, its value."""

    # None when nothing was sent, or nothing came back but an exception.
    status: int | None = None
    path: str = ""
    headers: dict[str, str] = field(default_factory=dict[str, str])
    cookies: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    text: str = ""
    # None when the body is no JSON.
    json: Any = None
    value: Any = None
    queries: int = 0
    error: Raised | None = None
    # The name that it needs and that no earlier answer gave.
    missing: str | None = None

    @property
    def body(self) -> str:
        """The beginning of the body, on one line."""
        text = " ".join(self.text.split())
        return text if len(text) <= MAX_BODY else text[: MAX_BODY - 1] + "…"


@dataclass(frozen=True, slots=True)
class Story:
    """All answers of a scenario, and what its `{name}`s stood for."""

    answers: list[Answer]
    names: dict[str, Any]


def story_of(ending: Metered) -> Story:
    """Read a claim; raises ValueError, TypeError, LookupError or AttributeError for what is none."""
    answers = [_answer(each) for each in ending.claim.bare]
    return Story(answers, dict(ending.claim.facts.get("names", {})))


def _answer(told: dict[str, Any]) -> Answer:
    error = told.pop("error", None)
    if error:
        place = Place(*error["place"]) if error["place"] else None
        error = Raised(str(error["type"]), str(error["message"]), place, error["hint"])
    return Answer(**told, error=error)
