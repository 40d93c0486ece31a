"""Cursors that count the rows that are fetched through them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.backends.utils import CursorDebugWrapper, CursorWrapper

# The entry of a query's record that holds the rows fetched; None before the first fetch.
FETCHED = 4


class _Counting(CursorWrapper):
    """Django's wrapper, with the fetching methods spelled out so that they can count."""

    # Cursors count into the record of their last query; before the first, into nobody's.
    _record: list[Any] = [None] * (FETCHED + 1)

    def fetchone(self) -> Any:
        with self.db.wrap_database_errors:
            row = self.cursor.fetchone()
        record = self._record
        record[FETCHED] = (record[FETCHED] or 0) + (row is not None)
        return row

    def fetchmany(self, *args: Any, **kwargs: Any) -> Any:
        with self.db.wrap_database_errors:
            rows = self.cursor.fetchmany(*args, **kwargs)
        record = self._record
        record[FETCHED] = (record[FETCHED] or 0) + len(rows)
        return rows

    def fetchall(self) -> Any:
        with self.db.wrap_database_errors:
            rows = self.cursor.fetchall()
        record = self._record
        record[FETCHED] = (record[FETCHED] or 0) + len(rows)
        return rows

    def __iter__(self) -> Iterator[Any]:
        record = self._record
        for row in super().__iter__():
            record[FETCHED] = (record[FETCHED] or 0) + 1
            yield row


class CountingCursor(_Counting):
    """Takes the place of `CursorWrapper`."""


class CountingDebugCursor(_Counting, CursorDebugWrapper):
    """Takes the place of `CursorDebugWrapper`, which also logs."""


def make_cursor(self: Any, cursor: Any) -> CursorWrapper:
    """As `BaseDatabaseWrapper.make_cursor`."""
    return CountingCursor(cursor, self)


def make_debug_cursor(self: Any, cursor: Any) -> CursorWrapper:
    """As `BaseDatabaseWrapper.make_debug_cursor`."""
    return CountingDebugCursor(cursor, self)
