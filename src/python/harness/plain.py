"""Plain copies of results, and how two of them differ.

A check compares copies made of exact built-in types, so that an object whose `__eq__` says yes to all
does not pass, and nothing changes after it was returned.
"""

from __future__ import annotations

import datetime as dates
import decimal
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models.query import QuerySet

MAX_VALUES = 1_000_000
MAX_DEPTH = 40
MAX_SHOWN = 120


class NotPlain(Exception):
    """A result holds something that cannot be compared."""


@dataclass(frozen=True, slots=True)
class Row:
    """A model instance: which row it is of which model."""

    model: str
    key: Any

    def __repr__(self) -> str:
        return f"<{self.model} {self.key}>"


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, tuple, queryset or set with its kind; sets are in the order of their members' text."""

    kind: str
    items: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """A dict, in its order."""

    items: tuple[tuple[Any, Any], ...]


_EXACT = (
    type(None),
    bool,
    bytes,
    complex,
    dates.date,
    dates.datetime,
    dates.time,
    dates.timedelta,
    uuid.UUID,
)


def plain(value: Any) -> Any:
    """A copy of `value` in plain data. Evaluates querysets; raises NotPlain for what has no copy."""
    return _copy(value, 0, [0])


def _copy(value: Any, depth: int, count: list[int]) -> Any:
    count[0] += 1
    if count[0] > MAX_VALUES:
        raise NotPlain(f"more than {MAX_VALUES:,} values")
    if depth > MAX_DEPTH:
        raise NotPlain("values that are nested too deep")
    kind = type(value)
    if kind in _EXACT:
        return value
    # Subclasses (choices, SafeString, defaultdict) count as what they are made of, and are read through
    # the base class, whatever they override.
    if issubclass(kind, str):
        return str.__getitem__(value, slice(None))
    if issubclass(kind, int):
        return int.__add__(value, 0)
    if issubclass(kind, float):
        return float.__add__(value, 0.0)
    if issubclass(kind, decimal.Decimal):
        return decimal.Decimal(value)
    if issubclass(kind, dict):
        pairs = list(dict.items(value))
        return Mapping(
            tuple((_copy(k, depth + 1, count), _copy(v, depth + 1, count)) for k, v in pairs)
        )
    if issubclass(kind, models.Model):
        return Row(kind._meta.label, _copy(value.pk, depth + 1, count))
    if issubclass(kind, QuerySet):
        return _sequence("queryset", QuerySet.__iter__(value), depth, count)
    for base in (list, tuple):
        if issubclass(kind, base):
            return _sequence(base.__name__, base.__iter__(value), depth, count)
    for base in (set, frozenset):
        if issubclass(kind, base):
            members = _sequence("set", base.__iter__(value), depth, count).items
            return Sequence("set", tuple(sorted(members, key=repr)))
    raise NotPlain(f"{_article(kind.__name__)}, which cannot be compared")


def _sequence(kind: str, items: Iterator[Any], depth: int, count: list[int]) -> Sequence:
    return Sequence(kind, tuple(_copy(item, depth + 1, count) for item in items))


def difference(expected: Any, got: Any) -> str | None:
    """Where two plain values differ first, in words; None when they are the same."""
    return next(_differences(expected, got, ""), None)


def _differences(expected: Any, got: Any, where: str) -> Iterator[str]:
    at = f"{where}: " if where else ""
    if type(expected) is not type(got):
        kinds = f"{_article(_kind(got))}, not {_article(_kind(expected))}"
        yield f"{at}expected {_shown(expected)}, got {_shown(got)} ({kinds})"
    elif isinstance(expected, Sequence):
        yield from _sequences(expected, got, where)
    elif isinstance(expected, Mapping):
        yield from _mappings(expected, got, where)
    elif expected != got and not (expected != expected and got != got):  # NaN is NaN here
        yield f"{at}expected {_shown(expected)}, got {_shown(got)}"


def _sequences(expected: Sequence, got: Sequence, where: str) -> Iterator[str]:
    at = f"{where}: " if where else ""
    if expected.kind != got.kind:
        yield f"{at}expected {_article(expected.kind)}, got {_article(got.kind)}"
        return
    if len(expected.items) != len(got.items):
        yield f"{at}expected {_rows(len(expected.items), where)}, got {len(got.items)}"
        return
    for number, (one, other) in enumerate(zip(expected.items, got.items, strict=True), start=1):
        yield from _differences(one, other, f"{where}, item {number}" if where else f"row {number}")


def _mappings(expected: Mapping, got: Mapping, where: str) -> Iterator[str]:
    at = f"{where}: " if where else ""
    found = dict(got.items)
    wanted = dict(expected.items)
    for key in wanted:
        if key not in found:
            yield f"{at}the key {key!r} is missing"
    for key in found:
        if key not in wanted:
            yield f"{at}the key {key!r} is not expected"
    for key, value in wanted.items():
        if key in found:
            yield from _differences(value, found[key], f"{where}, `{key}`" if where else f"`{key}`")


def _rows(count: int, where: str) -> str:
    noun = "item" if where else "row"
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _kind(value: Any) -> str:
    if isinstance(value, Sequence):
        return value.kind
    if isinstance(value, Mapping):
        return "dict"
    return value.model if isinstance(value, Row) else type(value).__name__


def _article(noun: str) -> str:
    if noun == "NoneType":
        return "None"
    return f"{'an' if noun[0].lower() in 'aeiou' else 'a'} {noun}"


def _shown(value: Any) -> str:
    if isinstance(value, Sequence):
        return f"{_article(value.kind)} of {len(value.items)}"
    if isinstance(value, Mapping):
        return f"a dict with {len(value.items)} keys"
    text = repr(value)
    return text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 1] + "…"
