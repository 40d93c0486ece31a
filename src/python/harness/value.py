"""Show a value: querysets and lists of records as tables, everything else as text."""

from __future__ import annotations

import pprint
from collections.abc import Sequence
from itertools import islice
from typing import Any

from django.db import models
from django.db.models.query import QuerySet

from .report import TableValue, TextValue

MAX_ROWS = 100
MAX_COLUMNS = 30
MAX_CELL = 200
MAX_TEXT = 20_000


def show(value: Any) -> TableValue | TextValue | None:
    """What a report holds for the value of a last expression. Evaluates a lazy queryset.

    Whatever the value's own code raises while it is shown goes to the caller.
    """
    if value is None:
        return None
    if isinstance(value, QuerySet):
        return _show_queryset(value)
    if isinstance(value, (list, tuple)) and value:
        rows = list(islice(value, MAX_ROWS))
        columns = _columns(rows)
        if columns:
            return _table(columns, rows, len(value) - len(rows))
    return TextValue(_text(value))


def _show_queryset(queryset: QuerySet[Any, Any]) -> TableValue | TextValue:
    if queryset._result_cache is not None:
        rows = list(queryset._result_cache[:MAX_ROWS])
        more: int | None = len(queryset._result_cache) - len(rows)
    elif queryset.query.is_sliced or queryset.query.combinator:
        # It is asked for as it is: not every one of these can be sliced again.
        every = list(queryset)
        rows, more = every[:MAX_ROWS], max(0, len(every) - MAX_ROWS)
    else:
        # One row too many tells whether there are more, without counting or loading them all.
        found = list(queryset[: MAX_ROWS + 1])
        rows, more = found[:MAX_ROWS], None if len(found) > MAX_ROWS else 0
    names = getattr(queryset, "_fields", None)
    columns = _columns(rows, names) or [queryset.model._meta.object_name or "value"]
    return _table(columns, rows, more)


def _columns(rows: Sequence[Any], names: Sequence[Any] | None = None) -> list[str]:
    """The column names that fit all rows; empty when the rows do not make a table."""
    first = rows[0] if rows else None
    if isinstance(first, dict) and all(isinstance(row, dict) for row in rows):
        return list(dict.fromkeys(str(key) for row in rows for key in row))[:MAX_COLUMNS]
    if isinstance(first, models.Model) and all(type(row) is type(first) for row in rows):
        return list(dict.fromkeys(name for row in rows for name in _loaded(row)))[:MAX_COLUMNS]
    if isinstance(first, tuple) and all(
        isinstance(row, tuple) and len(row) == len(first) for row in rows
    ):
        named = getattr(first, "_fields", None) or names or ()
        if len(named) != len(first):
            named = range(1, len(first) + 1)
        return [str(name) for name in named][:MAX_COLUMNS]
    return []


def _loaded(instance: models.Model) -> list[str]:
    """Fields and annotations that the instance holds; a deferred field must not be loaded here."""
    held = vars(instance)
    fields = [field.attname for field in type(instance)._meta.concrete_fields]
    extra = [name for name in held if not name.startswith("_") and name not in fields]
    return [name for name in fields if name in held] + extra


def _table(columns: list[str], rows: Sequence[Any], more: int | None) -> TableValue:
    return TableValue(columns, [_cells(row, columns) for row in rows], more)


def _cells(row: Any, columns: list[str]) -> list[str]:
    if isinstance(row, dict):
        cells = {str(key): cell for key, cell in row.items()}
        return [_cell(cells[name]) if name in cells else "" for name in columns]
    if isinstance(row, models.Model):
        held = vars(row)
        return [_cell(held[name]) if name in held else "" for name in columns]
    if isinstance(row, tuple):
        return [_cell(cell) for cell in row[: len(columns)]]
    return [_cell(row)]


def _cell(value: Any) -> str:
    text = "None" if value is None else str(value)
    return text if len(text) <= MAX_CELL else text[: MAX_CELL - 1] + "…"


def _text(value: Any) -> str:
    text = repr(value)
    if isinstance(value, (dict, list, tuple, set)) and 80 < len(text) <= MAX_TEXT:
        text = pprint.pformat(value, width=88, sort_dicts=False)
    return text if len(text) <= MAX_TEXT else text[: MAX_TEXT - 1] + "…"
