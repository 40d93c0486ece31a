"""A line of the learner's project, as reports name it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Place:
    """A line of the learner's project; `file` is relative to its root."""

    file: str
    line: int
    scope: str
