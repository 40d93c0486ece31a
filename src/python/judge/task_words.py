"""Tasks in messages to a learner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def call(told: dict[str, Any]) -> str:
    """A task and its arguments: `notify(3)`."""
    return f"{told['task']}({words(told['args'])})"


def words(values: Sequence[Any]) -> str:
    """Values, one after the other."""
    return ", ".join(str(each) if isinstance(each, float) else repr(each) for each in values)


def quantity(count: int, noun: str) -> str:
    """`1 attempt`, `3 attempts`."""
    return f"1 {noun}" if count == 1 else f"{count} {noun}s"


def article(noun: str) -> str:
    """`an Order`, `a list`."""
    return f"an {noun}" if noun[:1].lower() in "aeiou" else f"a {noun}"


def lasting(seconds: float) -> str:
    """How long an outage lasts."""
    return f"for {span(seconds)}" if seconds < 10**7 else "for good"


def span(seconds: float) -> str:
    """`90 s`, `15 min`, `2.5 h`."""
    if seconds < 120:
        return f"{seconds:g} s" if seconds < 10 else f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.1f} h"
