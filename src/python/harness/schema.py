"""What the database is made of, as SQL that makes an empty one like it."""

from __future__ import annotations

from django.db import connection


def schema() -> list[str]:
    """The statements behind all tables and indexes of the default database, tables first."""
    connection.ensure_connection()
    rows = connection.connection.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
        " ORDER BY type <> 'table', rowid"
    )
    return [row[0] for row in rows]
