"""Let a new connection of Django's cost no query.

Django asks each one whether SQLite was built with its mathematical functions. The answer never changes,
and the question would be counted among the learner's queries.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from django.db.backends.sqlite3 import base

_QUESTION = "select sqlite_compileoption_used('ENABLE_MATH_FUNCTIONS')"
_register: Any = getattr(base, "register_functions")  # noqa: B009 - not part of the stubs


class _Known:
    """A connection that knows the answer."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, sql: str, *args: Any) -> Any:
        return _Answer() if sql == _QUESTION else self._connection.execute(sql, *args)


class _Answer:
    known: tuple[int] | None = None

    def fetchone(self) -> tuple[int]:
        """1 or 0, asked for once in an interpreter's life."""
        if _Answer.known is None:
            with sqlite3.connect(":memory:") as connection:
                _Answer.known = connection.execute(_QUESTION).fetchone()
            connection.close()
        return _Answer.known or (0,)


def install() -> None:
    """Answer from now on."""
    _Answer().fetchone()
    setattr(base, "register_functions", lambda connection: _register(_Known(connection)))  # noqa: B010
