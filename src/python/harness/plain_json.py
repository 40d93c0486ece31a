"""Plain values as JSON and back, types and all: how results leave the interpreter that made them.

What JSON has is itself: None, booleans, strings, whole numbers, finite floats. Everything else is an
object with one key, its tag: `{"decimal": "1.10"}`, `{"list": [...]}`, `{"dict": [[key, value], ...]}`.
"""

from __future__ import annotations

import datetime as dates
import decimal
import math
import uuid
from collections.abc import Callable
from typing import Any

from .plain import Mapping, Row, Sequence

_KINDS = ("list", "tuple", "queryset", "set")
_TEXTS: dict[str, tuple[type, Callable[[Any], str], Callable[[str], Any]]] = {
    "decimal": (decimal.Decimal, str, decimal.Decimal),
    "datetime": (dates.datetime, dates.datetime.isoformat, dates.datetime.fromisoformat),
    "date": (dates.date, dates.date.isoformat, dates.date.fromisoformat),
    "time": (dates.time, dates.time.isoformat, dates.time.fromisoformat),
    "uuid": (uuid.UUID, str, uuid.UUID),
    "bytes": (bytes, bytes.hex, bytes.fromhex),
    "complex": (complex, str, complex),
}


class NotEncoded(ValueError):
    """The JSON is not that of a plain value."""


def encode(value: Any) -> Any:
    """What `plain` returned, for a JSON encoder."""
    kind = type(value)
    if value is None or kind in (bool, str, int):
        return value
    if kind is float:
        return value if math.isfinite(value) else {"float": str(value)}
    if kind is Sequence:
        return {value.kind: [encode(each) for each in value.items]}
    if kind is Mapping:
        return {"dict": [[encode(key), encode(each)] for key, each in value.items]}
    if kind is Row:
        return {"row": [value.model, encode(value.key)]}
    if kind is dates.timedelta:
        return {"timedelta": [value.days, value.seconds, value.microseconds]}
    for tag, (exact, write, _) in _TEXTS.items():
        if kind is exact:
            return {tag: write(value)}
    raise NotEncoded(f"no plain value: {kind.__name__}")


def decode(data: Any) -> Any:
    """The plain value that `encode` was given; raises NotEncoded for anything else."""
    if data is None or type(data) in (bool, str, int, float):
        return data
    try:
        ((tag, content),) = data.items()
        return _decode(tag, content)
    except NotEncoded:
        raise
    except (AttributeError, TypeError, ValueError, ArithmeticError) as error:
        raise NotEncoded(f"no plain value: {error}") from error


def _decode(tag: str, content: Any) -> Any:
    match tag:
        case "dict":
            return Mapping(tuple((decode(key), decode(value)) for key, value in content))
        case "row":
            model, key = content
            return Row(str(model), decode(key))
        case "float":
            return float(str(content))
        case "timedelta":
            days, seconds, microseconds = content
            return dates.timedelta(days, seconds, microseconds)
        case _ if tag in _KINDS:
            return Sequence(tag, tuple(decode(each) for each in content))
        case _ if tag in _TEXTS:
            return _TEXTS[tag][2](str(content))
        case _:
            raise NotEncoded(f"no plain value: {tag!r}")


def bare(value: Any) -> Any:
    """A plain value as ordinary Python: lists, dicts and sets again, and rows as text."""
    if isinstance(value, Sequence):
        items = [bare(each) for each in value.items]
        return set(items) if value.kind == "set" else items
    if isinstance(value, Mapping):
        return {bare(key): bare(each) for key, each in value.items}
    return repr(value) if isinstance(value, Row) else value
