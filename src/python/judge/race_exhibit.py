"""An interleaving as it is shown: who did what, in which order, and where one wrote over the other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from harness.exhibits import RaceExhibit, RaceStep
from harness.report import Place

from .turns import Turn

LOST = "Lost update: this writes what was worked out before the other wrote."
STALE = "This goes by what was read before the other wrote."

_READ = re.compile(r"^SELECT .*? FROM (\w+)", re.DOTALL)
_WRITTEN = re.compile(r"^(?:UPDATE|DELETE FROM|INSERT INTO) (\w+)")
# A column on the right side: the database works the value out when it writes.
_WORKED_OUT = re.compile(r" SET .*= *\(?[A-Za-z_]\w*\.\w+.* WHERE ", re.DOTALL)


def race_exhibit(turn: Turn, name: str, *, holds: bool) -> RaceExhibit:
    """Two callers of the function of that name."""
    notes = {} if holds else _notes(turn.steps)
    return RaceExhibit(
        f"A and B: {name}",
        turn.told(),
        [_step(step, notes.get(number, "")) for number, step in enumerate(turn.steps)],
        "" if turn.state is None else str(turn.state),
        holds,
    )


def _step(step: Mapping[str, Any], note: str) -> RaceStep:
    effect = str(step["effect"])
    place = Place(str(step["file"]), int(step["line"]), "") if step["file"] else None
    return RaceStep(str(step["session"]), str(step["sql"]), effect, place, "wait" in effect, note)


def _notes(steps: Sequence[Mapping[str, Any]]) -> dict[int, str]:
    """The first write of a caller to a table that it had read before the other wrote there."""
    read: dict[str, dict[str, int]] = {"A": {}, "B": {}}
    written: dict[str, dict[str, int]] = {"A": {}, "B": {}}
    for number, step in enumerate(steps):
        caller, sql = str(step["session"]), str(step["sql"])
        other = "B" if caller == "A" else "A"
        if match := _READ.match(sql):
            read[caller][match[1]] = number
        if match := _WRITTEN.match(sql):
            table = match[1]
            seen, theirs = read[caller].get(table), written[other].get(table)
            if seen is not None and theirs is not None and seen < theirs:
                return {number: STALE if _WORKED_OUT.search(sql) else LOST}
            written[caller][table] = number
    return {}
