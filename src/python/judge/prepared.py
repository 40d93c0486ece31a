"""What SQLite says about a statement that it only prepares: columns read, columns returned, the plan.

The statements come out of a recording, the schema out of the database before the submission ran; both
are laid into an empty database here, where no submission ever ran.
"""

from __future__ import annotations

import ast
import re
import sqlite3
from collections.abc import Sequence
from typing import Any

# The stubs leave it out.
from django.db.backends.sqlite3._functions import (  # pyright: ignore[reportMissingImports]
    register as _register_functions,
)

_NAMED = re.compile(r"%\((\w+)\)s")
_POSITIONAL = re.compile(r"(?<!%)%s")
# "shop_order" U0, shop_order AS recent
_ALIASED = r'(?i)"?\b{table}\b"?\s+(?:AS\s+)?"?(\w+)"?'


class Unreadable(Exception):
    """SQLite cannot prepare the statement as it was recorded: most often, it was cut."""


class Database:
    """An empty database of a schema."""

    def __init__(self, schema: Sequence[str]) -> None:
        self._connection = sqlite3.connect(":memory:", isolation_level=None)
        _register_functions(self._connection)
        for statement in schema:
            self._connection.execute(statement)

    def columns_read(self, sql: str, params: Sequence[str]) -> set[str]:
        """Each column that it reads, for whatever purpose, such as `shop_product.price`."""
        read: set[str] = set()

        def note(action: int, table: str | None, column: str | None, *_: str | None) -> int:
            if action == sqlite3.SQLITE_READ and column:
                read.add(f"{table}.{column}")
            return sqlite3.SQLITE_OK

        self._connection.set_authorizer(note)
        try:
            self._execute(f"EXPLAIN {sql}", params)
        finally:
            self._connection.set_authorizer(None)
        return read

    def columns_returned(self, sql: str, params: Sequence[str]) -> int:
        """How wide its rows are."""
        return len(self._execute(sql, params).description or ())

    def plan(self, sql: str, params: Sequence[str]) -> list[str]:
        """Its steps, such as "SEARCH shop_order USING INDEX order_status (status=?)".

        With the query's own parameters: a partial index is used only for the values that it covers.
        """
        return [row[3] for row in self._execute(f"EXPLAIN QUERY PLAN {sql}", params)]

    def _execute(self, sql: str, params: Sequence[str]) -> sqlite3.Cursor:
        text, values = _bound(sql, params)
        try:
            return self._connection.execute(text, values)
        except sqlite3.Error as error:
            raise Unreadable(str(error)) from error


def names_of(table: str, sql: str) -> set[str]:
    """The table's name, and its aliases in this statement: a plan tells of it by one of them."""
    return {table, *re.findall(_ALIASED.format(table=re.escape(table)), sql)}


def _bound(sql: str, params: Sequence[str]) -> tuple[str, Any]:
    """The statement in SQLite's style, with the values that its printed parameters stand for."""
    if _NAMED.search(sql):
        named = dict(each.split("=", 1) for each in params)
        return _NAMED.sub(r":\1", sql), {name: _value(text) for name, text in named.items()}
    if not params:
        return sql.replace("%%", "%"), ()
    return _POSITIONAL.sub("?", sql).replace("%%", "%"), [_value(text) for text in params]


def _value(text: str) -> Any:
    try:
        value = ast.literal_eval(text)
    except ValueError, SyntaxError, MemoryError, RecursionError:
        return None
    return value if isinstance(value, (str, int, float, bytes)) else None
