"""The requests of a scenario and their answers, as they are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any

from harness.exhibits import HttpExhibit, Message, Pair, Visit

from .answers import Answer, Story, filled

MAX_BODY = 6_000


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


def http_exhibit(
    steps: Sequence[Step], story: Story, wrong: Mapping[int, list[str]]
) -> HttpExhibit:
    """All visits, each with what is wrong with it."""
    pairs = zip(steps, story.answers, strict=True)
    return HttpExhibit(
        "Requests",
        [
            _visit(step, answer, story.names, wrong.get(number, []))
            for number, (step, answer) in enumerate(pairs)
        ],
    )


def _visit(step: Step, answer: Answer, names: dict[str, Any], wrong: list[str]) -> Visit:
    trouble = (
        f"Not sent: it needs “{answer.missing}” from an earlier answer." if answer.missing else ""
    )
    if answer.error:
        trouble = f"{answer.error.type}: {answer.error.message}"
    status = answer.status
    if not isfinite(answer.ms) or not (status is None or type(status) is int):
        raise ValueError("no number")
    return Visit(
        step.method,
        str(step.doing or answer.path or step.path),
        step.by(names),
        status,
        int(answer.queries),
        max(0.0, float(answer.ms)),
        trouble,
        answer.error.place if answer.error else None,
        _message(answer.sent.get("headers", {}), answer.sent.get("body", "")),
        _message(answer.headers, answer.text) if step.method else _said(answer),
        list(dict.fromkeys(wrong)),
    )


def _said(answer: Answer) -> Message:
    """What the author's function returned."""
    return _message({}, "" if answer.value is None else str(answer.value))


def _message(headers: Mapping[str, Any], body: Any) -> Message:
    text = str(body)
    pairs = [Pair(str(name), str(value)) for name, value in headers.items()]
    return Message(pairs, text[:MAX_BODY], max(0, len(text) - MAX_BODY))
