"""What came of the steps of a scenario, read from a claim."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from harness.report import Place

from .request import Metered

MAX_BODY = 240
_PLACEHOLDER = re.compile(r"\{([a-z_][a-z0-9_]*)\}")
_MARKUP = re.compile(r"<(style|script|title)\b.*?</\1>|<[^<>]+>", re.DOTALL)


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
    ms: float = 0.0
    # The headers and the body of the request, as they were sent.
    sent: dict[str, Any] = field(default_factory=dict[str, Any])
    error: Raised | None = None
    # The name that it needs and that no earlier answer gave.
    missing: str | None = None

    @property
    def body(self) -> str:
        """The beginning of the body, on one line, without markup."""
        text = " ".join(_MARKUP.sub(" ", self.text).split())
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


def filled(value: Any, names: dict[str, Any]) -> Any:
    """The value with its `{name}`s filled in, where a name is known; one that stands alone keeps its type."""
    if isinstance(value, str):
        if whole := _PLACEHOLDER.fullmatch(value):
            return names.get(whole[1], value)
        return _PLACEHOLDER.sub(lambda match: str(names.get(match[1], match[0])), value)
    if isinstance(value, dict):
        return {key: filled(each, names) for key, each in value.items()}
    return [filled(each, names) for each in value] if isinstance(value, list) else value
