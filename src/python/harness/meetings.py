"""A second caller in the middle of the first, at chosen moments, on the one thread there is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections

from . import database

MAX_WAITS = 200


class Waiting(BaseException):
    """The second caller waits for the first, which can only go on when this one is out of the way."""


class Meeting:
    """Two calls of the same function, the second one beginning at one moment of the first.

    A second caller who waits is ended there, and called anew when the first one is done: then it finds
    what it waited for, or does not.
    """

    def __init__(self, at: int) -> None:
        self.at = at
        self.moments: list[str] = []
        self.second: list[Any] = []
        self._inside = self._after = False
        self._waits = 0

    def run(self, caller: Callable[[], Any]) -> list[Any]:
        """What both callers got."""
        self._caller = caller
        first = caller()
        if not self.second:
            self._after = True
            self.second.append(caller())
        return [first, self.second[0]]

    def moment(self, name: str) -> None:
        """The first caller has come to a moment."""
        if self._inside:
            self._waits += 1
            if self._waits > MAX_WAITS:
                raise Waiting
            return
        self.moments.append(name)
        if len(self.moments) - 1 == self.at and not self.second:
            self._inside = True
            try:
                self.second.append(self._caller())
            except Waiting:
                pass
            finally:
                self._inside = False

    @property
    def second_calls(self) -> bool:
        """Whether it is the second caller who runs right now."""
        return self._inside or self._after

    def sleeping(self) -> bool:
        """Whether it is the second caller who sleeps; it does not wake up before the first is done."""
        if self._inside:
            raise Waiting
        return False


class OtherProcess:
    """A lock of threads, as the second of two processes meets it: it never makes anybody wait."""

    def __init__(self) -> None:
        self._held = 0

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Get it; asked without waiting, it can say that it is held."""
        if self._held and not blocking:
            return False
        self._held += 1
        return True

    def release(self) -> None:
        """Give it back."""
        self._held -= 1

    def locked(self) -> bool:
        """Whether somebody has it."""
        return self._held > 0

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *_: object) -> None:
        self.release()


@contextmanager
def readers(read: Callable[[], Any]) -> Generator[Callable[[], None]]:
    """Somebody else who reads while a transaction is open, and sees what was committed before it.

    Yields what lets them read now; they also read just before each commit.
    """
    handle: Any = connection
    begin, commit = handle._start_transaction_under_autocommit, handle._commit
    committed: list[bytes] = []
    reading: list[bool] = []

    def read_now() -> None:
        if reading:
            return
        reading.append(True)
        try:
            if committed:
                with _other_connection(committed[0]):
                    read()
            else:
                read()
        finally:
            reading.pop()

    def on_begin() -> None:
        committed[:] = [database.save()]
        begin()

    def on_commit() -> None:
        if committed:
            read_now()
        commit()
        committed.clear()

    handle._start_transaction_under_autocommit, handle._commit = on_begin, on_commit
    try:
        yield read_now
    finally:
        handle._start_transaction_under_autocommit, handle._commit = begin, commit


@contextmanager
def _other_connection(data: bytes) -> Generator[None]:
    mine = connections[DEFAULT_DB_ALIAS]
    other: Any = connections.create_connection(DEFAULT_DB_ALIAS)
    other.connect()
    other.connection.deserialize(data)
    other.execute_wrappers[:] = mine.execute_wrappers
    connections[DEFAULT_DB_ALIAS] = other
    try:
        yield
    finally:
        connections[DEFAULT_DB_ALIAS] = mine
        assert isinstance(other.connection, sqlite3.Connection)
        other.connection.close()
