"""The rows of a database: the project's as it was seeded, or as the last run left it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from harness import database

# Written by `src/sandbox/python.ts`.
_IMAGE = Path("/image.sqlite3")
# Of a text in a cell; more is of no use on a screen.
_LONGEST = 20_000
# JavaScript's numbers are exact up to here.
_LARGEST = 2**53

_opened: dict[bool, tuple[float, sqlite3.Connection]] = {}


def tables(image: bool) -> list[dict[str, Any]]:
    """All tables by name, with how many rows each has."""
    connection = _connection(image)
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        " ORDER BY name"
    )
    return [
        {
            "table": name,
            "rows": connection.execute(f"SELECT count(*) FROM {_quoted(name)}").fetchone()[0],
        }
        for (name,) in names.fetchall()
    ]


def rows(
    image: bool, table: str, start: int, count: int, key: dict[str, Any] | None
) -> dict[str, Any] | None:
    """Some rows in the order of the primary key; None when there is no such table.

    With `key`, those around the row that has it, which `found` gives the place of.
    """
    connection = _connection(image)
    columns = _columns(connection, table)
    if not columns:
        return None
    name = _quoted(table)
    keys = [_quoted(each["name"]) for each in columns if each["pk"]] or ["rowid"]
    order = ", ".join(keys)
    total = connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
    found = _place(connection, name, order, columns, key) if key else None
    if found is not None:
        start = max(0, found - count // 2)
    selected = connection.execute(
        f"SELECT * FROM {name} ORDER BY {order} LIMIT ? OFFSET ?", (count, start)
    )
    return {
        "columns": columns,
        "total": total,
        "from": start,
        "found": found,
        "rows": [[_cell(value) for value in row] for row in selected],
    }


def _place(
    connection: sqlite3.Connection,
    name: str,
    order: str,
    columns: list[dict[str, Any]],
    key: dict[str, Any],
) -> int | None:
    """How many rows stand before the one with the key; None when there is none."""
    if all(each["name"] != key["column"] for each in columns):
        return None
    condition = f"{_quoted(key['column'])} = ?"
    row = connection.execute(
        f"SELECT {order} FROM {name} WHERE {condition}", (key["value"],)
    ).fetchone()
    if row is None:
        return None
    marks = ", ".join("?" for _ in row)
    before = f"SELECT count(*) FROM {name} WHERE ({order}) < ({marks})"
    return int(connection.execute(before, row).fetchone()[0])


def _columns(connection: sqlite3.Connection, table: str) -> list[dict[str, Any]]:
    targets = {
        row[3]: {"table": row[2], "column": row[4] or "id"}
        for row in connection.execute(f"PRAGMA foreign_key_list({_quoted(table)})")
    }
    return [
        {"name": row[1], "type": row[2], "pk": row[5] > 0, "references": targets.get(row[1])}
        for row in connection.execute(f"PRAGMA table_info({_quoted(table)})")
    ]


def _connection(image: bool) -> sqlite3.Connection:
    """A copy of the database that can only be read."""
    stamp = _IMAGE.stat().st_mtime if image else 0.0
    kept = _opened.get(image)
    if kept is not None and kept[0] == stamp:
        return kept[1]
    connection = sqlite3.connect(":memory:")
    # A run may have stored bytes that are no text.
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    connection.deserialize(_IMAGE.read_bytes() if image else database.save())
    connection.execute("PRAGMA query_only = ON")
    _opened[image] = stamp, connection
    return connection


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _cell(value: Any) -> Any:
    match value:
        case bytes():
            return {"bytes": len(value)}
        case str():
            return value[:_LONGEST]
        case int() if abs(value) > _LARGEST:
            return str(value)
        case float() if value != value or value in (float("inf"), float("-inf")):
            return str(value)
        case _:
            return value
