"""What psycopg asks of libpq, as far as SQL can be written without a server."""

from __future__ import annotations

from typing import Any, Never

# psycopg then uses its Python code for everything else.
__impl__ = "python"
__build_version__ = 170000


def version() -> int:
    """The version of libpq that this answers for."""
    return __build_version__


class Escaping:
    """Quoting, as libpq does it with `standard_conforming_strings` on."""

    def __init__(self, conn: Any = None) -> None:
        self.conn = conn

    def escape_literal(self, data: Any) -> bytes:
        """A string in its quotes; with backslashes, in the form that PostgreSQL reads the same anywhere."""
        text = bytes(data)
        quoted = b"'" + text.replace(b"'", b"''").replace(b"\\", b"\\\\") + b"'"
        return b" E" + quoted if b"\\" in text else quoted

    def escape_identifier(self, data: Any) -> bytes:
        """A name in its quotes."""
        return b'"' + bytes(data).replace(b'"', b'""') + b'"'

    def escape_string(self, data: Any) -> bytes:
        """The inside of a string's quotes."""
        return bytes(data).replace(b"'", b"''")

    def escape_bytea(self, data: Any) -> bytes:
        """Bytes as hexadecimal text."""
        return b"\\x" + bytes(data).hex().encode()

    def unescape_bytea(self, data: Any) -> bytes:
        """The bytes of hexadecimal text."""
        return bytes.fromhex(bytes(data).removeprefix(b"\\x").decode())


class _Server:
    """Anything that would need a server."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        _refuse()

    @classmethod
    def connect(cls, *args: Any, **kwargs: Any) -> Never:
        """Refuse to connect."""
        _refuse()

    connect_start = connect


class PGconn(_Server):
    """A connection."""


class PGresult(_Server):
    """What a server answered."""


class PGcancel(_Server):
    """A request to cancel a query."""


class PGcancelConn(_Server):
    """A connection for such requests."""


class Conninfo:
    """Connection strings, of which none leads anywhere."""

    @classmethod
    def get_defaults(cls) -> list[Any]:
        """No default."""
        return []

    @classmethod
    def parse(cls, conninfo: Any) -> list[Any]:
        """Nothing is read."""
        return []


def _refuse() -> Never:
    # Imported late: psycopg imports this module while it is being imported itself.
    from psycopg import OperationalError

    raise OperationalError("there is no PostgreSQL server here: only its SQL can be shown")
