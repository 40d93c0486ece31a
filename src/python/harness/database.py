"""The project's database: its tables, its rows, and copies of both in memory."""

from __future__ import annotations

import base64
import importlib
import sqlite3
import zlib
from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection, connections

from .request import Seed


def create_tables(unmigrated: Collection[str] = ()) -> None:
    """Migrate every database; the apps named get their tables from their models as they are."""
    if unmigrated:
        settings.MIGRATION_MODULES = {
            **settings.MIGRATION_MODULES,
            **dict.fromkeys(unmigrated),
        }
    for alias in connections:
        call_command("migrate", database=alias, run_syncdb=True, verbosity=0, interactive=False)


def fill(seeder: str, seed: Seed) -> None:
    """Call the project's seeder, `module:function`."""
    module, _, function = seeder.partition(":")
    getattr(importlib.import_module(module), function)(size=seed.size, seed=seed.number)


def save() -> bytes:
    """The default database as bytes."""
    connection.ensure_connection()
    return _handle().serialize()


# Larger ones are not worth their way through three processes after each run.
_LARGEST_IMAGE = 16 * 1024 * 1024


def image() -> bytes | None:
    """The default database as a run left it; None when there is none, or it is too large."""
    try:
        saved = save()
    except Exception:
        # A run may leave the connection in any state, and is over: nothing hangs on this.
        return None
    return saved if len(saved) <= _LARGEST_IMAGE else None


def load(saved: bytes) -> None:
    """Put the default database, and the caches, back to what they were when `saved` was made."""
    # A new handle, as the old one may have open cursors or a transaction in it. Django's own `close`
    # leaves an in-memory database open.
    if connection.connection is not None:
        _handle().close()
        connection.connection = None
    connection.connect()
    _handle().deserialize(saved)
    for cache in caches.all(initialized_only=True):
        cache.clear()


def pack(saved: bytes) -> str:
    """A saved database as short text: empty pages compress to nearly nothing."""
    return base64.b64encode(zlib.compress(saved, 9)).decode()


def unpack(packed: str) -> bytes:
    """What `pack` was given."""
    return zlib.decompress(base64.b64decode(packed))


def exchange(saved: bytes) -> None:
    """Put other rows under the open connection, which costs no query; a new one only if need be."""
    try:
        _handle().deserialize(saved)
    except sqlite3.Error, AttributeError:
        # A cursor is in the middle of its rows, or the connection was closed.
        load(saved)


def _handle() -> Any:
    return connection.connection
