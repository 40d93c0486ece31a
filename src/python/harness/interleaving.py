"""The steps of an interleaving, as the learner sees them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from .project import ROOT

type Step = dict[str, Any]

_COLUMNS = re.compile(r"^(SELECT (?:DISTINCT )?)(.{60,}?)( FROM )")
_ASSIGNED = re.compile(r"^(UPDATE \S+ SET )(.*)( WHERE .*)$")
MOST_ASSIGNED = 3
_LONG = 90


def told(sql: str, params: Any, session: str, effect: str = "", shows: Sequence[str] = ()) -> Step:
    """Who sent what, from which of the learner's lines."""
    file, line = _line()
    return {
        "session": session,
        "sql": shortened(sql, params, shows),
        "effect": effect,
        "file": file,
        "line": line,
    }


def shortened(sql: str, params: Any, shows: Sequence[str] = ()) -> str:
    """The statement with its values, and without what makes it long: columns other than those shown."""
    values = iter(params if isinstance(params, (list, tuple)) else ())
    text = _COLUMNS.sub(r"\1…\3", sql.replace('"', ""), count=1)
    if match := _ASSIGNED.match(text):
        head, assigned, tail = match.groups()
        kept = [_filled(part, values) for part in assigned.split(", ")]
        if len(kept) > MOST_ASSIGNED:
            kept = _gaps([part if part.split(" = ")[0] in shows else "…" for part in kept])
        return head + ", ".join(kept) + _filled(tail, values)
    return _filled(text, values)


def _filled(text: str, values: Iterator[Any]) -> str:
    return re.sub("%s", lambda found: _value(next(values, found[0])), text)


def _gaps(parts: list[str]) -> list[str]:
    """Several left out in a row are one gap."""
    return [part for part, before in zip(parts, ["", *parts], strict=False) if part != before]


def effect_of(columns: list[str], rows: list[tuple[Any, ...]], shows: list[str]) -> str:
    """What a query read: the columns that matter, or how many rows."""
    if not rows:
        return "no row"
    seen = [f"{name} = {rows[0][columns.index(name)]}" for name in shows if name in columns]
    if seen:
        return "read " + ", ".join(seen)
    if len(rows) == 1 and len(columns) == 1:
        return f"read {rows[0][0]}"
    return "1 row" if len(rows) == 1 else f"{len(rows)} rows"


def changed(rows: int) -> str:
    """What a statement wrote."""
    return (
        "no row changed" if rows == 0 else "1 row changed" if rows == 1 else f"{rows} rows changed"
    )


def _value(value: Any) -> str:
    text = repr(value) if isinstance(value, str) and value != "%s" else str(value)
    return text if len(text) <= _LONG else text[: _LONG - 1] + "…"


def _line() -> tuple[str | None, int | None]:
    frame = sys._getframe(2)
    while frame is not None:
        path = frame.f_code.co_filename
        if path.startswith(f"{ROOT}/"):
            return path[len(ROOT) + 1 :], frame.f_lineno
        frame = frame.f_back
    return None, None
