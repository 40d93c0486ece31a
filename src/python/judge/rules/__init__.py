"""Rules for configuration files: what must hold in any project, each with the reason why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What is against a rule, as the beginning of a sentence, and where."""

    line: int | None
    words: str
    # When a rule looks at several files.
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A test of one file (or of several), and the sentence that says why."""

    why: str
    test: Callable[..., Problem | None]


def rule(why: str) -> Callable[[Callable[..., Problem | None]], Rule]:
    """Make a rule of a function."""
    return lambda test: Rule(why, test)
