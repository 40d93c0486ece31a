"""Two database sessions on one file, for callers whose queries are interleaved.

They behave as sessions of a server do, as far as SQLite lets them:

- A transaction reads what others committed before each of its turns, not what there was when it began:
  READ COMMITTED, the default of PostgreSQL.
- `select_for_update()` takes a lock. SQLite has none for rows and Django leaves it out there, so the
  write lock of the whole database stands in; outside of a transaction Django refuses, as on PostgreSQL.
- Who is refused because another holds a lock waits, which is told by `Waits`.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connections
from django.db.backends.sqlite3.base import SQLiteCursorWrapper
from django.db.utils import OperationalError

from .interleaving import changed, effect_of

_FILE = "/tmp/race.sqlite3"
# SQLite takes it for a comment.
LOCKS = "/* FOR UPDATE */"
# What takes no turn of its own.
_QUIET = ("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK", "PRAGMA")


class Waits(BaseException):
    """The session would have to wait for the other one's lock; no `except Exception` catches it."""


def lay_out(saved: bytes) -> None:
    """Make the default database a file with these contents, for sessions to be opened on."""
    for ending in ("", "-wal", "-shm"):
        Path(_FILE + ending).unlink(missing_ok=True)
    Path(_FILE).write_bytes(saved)
    connections.settings["default"] = {
        **connections.settings["default"],
        "NAME": _FILE,
        # Nobody waits by sleeping: the other session cannot go on meanwhile.
        "OPTIONS": {
            "timeout": 0,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF",
        },
    }


def takes_a_turn(sql: str) -> bool:
    """Whether a statement reads or writes rows, and does not only open or close something."""
    return not sql.startswith(_QUIET)


class Session:
    """A connection of its own, and what it holds."""

    def __init__(self, name: str, watch: Callable[..., Any]) -> None:
        self.name = name
        self.locks = False
        self.waits = False
        self._writes = False
        self._changed = 0
        self._watch = watch
        self.connection: Any = connections.create_connection("default")
        features = self.connection.features
        features.has_select_for_update = True
        features.has_select_for_update_of = features.has_select_for_no_key_update = True
        self.connection.ops.for_update_sql = lambda **_: LOCKS

    @contextmanager
    def current(self) -> Generator[None]:
        """Make it the one that Django's default connection stands for."""
        before = connections["default"]
        connections["default"] = self.connection
        try:
            with self.connection.execute_wrapper(self._execute):
                yield
        finally:
            connections["default"] = before

    def step_aside(self) -> None:
        """Let go of what a transaction has read, before another session takes its turn."""
        wrapper = self.connection
        if not wrapper.in_atomic_block or self._writes or wrapper.connection is None:
            return
        handle = wrapper.connection
        handle.execute("COMMIT")
        handle.execute("BEGIN")
        for savepoint in filter(None, wrapper.savepoint_ids):
            handle.execute(f"SAVEPOINT {wrapper.ops.quote_name(savepoint)}")

    def effect(self, sql: str, params: Any, shows: list[str]) -> str:
        """What the statement that was just carried out read or changed."""
        if " RETURNING " in sql:
            return "rows written"  # SQLite counts them once they are fetched
        if not sql.startswith("SELECT"):
            return changed(self._changed)
        cursor = self.connection.connection.cursor(factory=SQLiteCursorWrapper)
        cursor.execute(sql, params)
        return effect_of([each[0] for each in cursor.description], cursor.fetchmany(100), shows)

    def close(self) -> None:
        """End it as a server does when a client is gone: an open transaction is undone."""
        self.connection.in_atomic_block = False
        self.connection.savepoint_ids.clear()
        self.connection.close()

    def _execute(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        if context["connection"] is not self.connection:
            return execute(sql, params, many, context)
        if self.waits and not sql.startswith(_QUIET):
            raise Waits
        if sql.startswith("BEGIN"):
            self._writes = False
        try:
            value = self._watch(
                self, sql, params, lambda: self._carry_out(execute, sql, params, many, context)
            )
        except OperationalError as error:
            if "locked" not in str(error):
                raise
            self.waits = True
            raise Waits from error
        if not sql.startswith(("SELECT", *_QUIET)):
            self._writes = True
        return value

    def _carry_out(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        if LOCKS in sql:
            self.locks = self._writes = True
            with self.connection.wrap_database_errors:
                self._take_write_lock()
        handle = self.connection.connection
        before = handle.total_changes
        value = execute(sql, params, many, context)
        self._changed = handle.total_changes - before
        return value

    def _take_write_lock(self) -> None:
        """By a statement that writes nothing, on whichever table comes first."""
        handle = self.connection.connection
        tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        (table,) = handle.execute(tables).fetchone()
        handle.execute(f'DELETE FROM "{table}" WHERE 0')
