"""What Django and psycopg ask of a connection when nothing is executed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Self

from psycopg.pq import ConnStatus

SERVER_VERSION = 170000


class Cursor:
    """Takes any statement, and finds no row."""

    description = None
    rowcount = 0
    arraysize = 100

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def execute(self, query: Any, params: Any = None) -> Self:
        """Nothing happens."""
        return self

    def executemany(self, query: Any, params_seq: Any) -> Self:
        """Nothing happens."""
        return self

    def fetchone(self) -> None:
        """No row."""
        return

    def fetchmany(self, size: int = 0) -> list[Any]:
        """No rows."""
        return []

    def fetchall(self) -> list[Any]:
        """No rows."""
        return []

    def close(self) -> None:
        """There is nothing to close."""

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()


class _Libpq:
    """The part of libpq's connection that psycopg reads when it quotes values."""

    status = ConnStatus.OK
    server_version = SERVER_VERSION
    _encoding = "utf-8"

    def parameter_status(self, name: bytes) -> bytes | None:
        """What a server would tell of itself."""
        return {b"client_encoding": b"UTF8", b"standard_conforming_strings": b"on"}.get(name)


class Connection:
    """A connection to nowhere. psycopg may take it for its own to write values into SQL."""

    closed = False
    autocommit = True
    row_factory = None
    cursor_factory = None
    prepare_threshold = None

    def __init__(self, context: Any) -> None:
        self.pgconn = _Libpq()
        self.adapters = context
        self.connection = self
        self.lock = None

    def cursor(self, *args: Any, **kwargs: Any) -> Cursor:
        """A cursor without rows."""
        return Cursor(self)

    def commit(self) -> None:
        """Nothing was done."""

    def rollback(self) -> None:
        """Nothing was done."""

    def close(self) -> None:
        """There is nothing to close."""
