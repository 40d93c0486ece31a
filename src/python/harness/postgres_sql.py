"""The SQL that PostgreSQL would get: of migrations and of queries, without a PostgreSQL.

Needs the packs `psycopg` and `postgres`. Django's own PostgreSQL backend writes it, on a connection that
leads nowhere; settings need not mention it. Names of constraints are those of tables that were made as the
models are before the migration; a real database can have other names where a field became unique, or a
table got its name, by a later migration.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

ALIAS = "pg"
ENGINE = "pgpreview"


@dataclass(frozen=True, slots=True)
class Step:
    """One operation of a migration, and the statements that it runs."""

    operation: Operation
    sql: list[str]


@dataclass(frozen=True, slots=True)
class Script:
    """A migration as SQL."""

    # Whether all of it runs in one transaction.
    atomic: bool
    steps: list[Step]
    # What Django runs after all operations: foreign keys and indexes of new tables.
    deferred: list[str]
    # The models before it.
    before: ProjectState

    @property
    def statements(self) -> list[str]:
        """All statements in their order."""
        return [sql for step in self.steps for sql in step.sql] + self.deferred


@contextmanager
def preview() -> Generator[Any]:
    """The database `pg`, among Django's connections for as long as this lasts."""
    given = {ALIAS: {"ENGINE": ENGINE, "NAME": "preview"}}
    known = connections.settings
    added = ALIAS not in known
    if added:
        known[ALIAS] = connections.configure_settings(known | given)[ALIAS]
    try:
        yield connections[ALIAS]
    finally:
        if added:
            connections[ALIAS].close()
            del connections[ALIAS]
            del known[ALIAS]


def script(app: str, migration: str, backwards: bool = False) -> Script:
    """The PostgreSQL of a migration, by operation; `migration` is its name, or what that begins with.

    Raises what Django raises: KeyError when there is none, `IrreversibleError`, or `NotSupportedError` for
    a concurrent index in an atomic migration.
    """
    with preview() as connection:
        return script_for(connection, app, migration, backwards)


def ddl(app: str, migration: str, backwards: bool = False) -> list[str]:
    """The statements that a migration runs on PostgreSQL."""
    return script(app, migration, backwards).statements


def sqlite_ddl(app: str, migration: str, backwards: bool = False) -> list[str]:
    """The statements that it runs on the project's own database. Not inside of a transaction."""
    return script_for(connections["default"], app, migration, backwards).statements


def script_for(connection: Any, app: str, migration: str, backwards: bool = False) -> Script:
    """The SQL of a migration for one connection, as `manage.py sqlmigrate` makes it."""
    loader = MigrationLoader(connection, replace_migrations=False)
    found: Any = loader.get_migration_by_prefix(app, migration)
    before = loader.project_state((found.app_label, found.name), at_end=False)
    state = before.clone()
    with connection.schema_editor(collect_sql=True, atomic=found.atomic) as editor:
        run = found.unapply if backwards else found.apply
        run(state, editor, collect_sql=True)
        collected = list(editor.collected_sql)
    operations = list(reversed(found.operations)) if backwards else list(found.operations)
    deferred = editor.collected_sql[len(collected) :]
    return Script(found.atomic, list(_steps(operations, collected)), deferred, before)


# Django writes these where an operation has no statement.
REMARKS = ("-- THIS OPERATION CANNOT BE WRITTEN AS SQL", "-- (no-op)")


def _steps(operations: list[Operation], collected: list[str]) -> Iterator[Step]:
    """Cut what was collected at the titles that Django writes before each operation."""
    starts: list[int] = []
    at = 0
    for operation in operations:
        title = ["--", f"-- {operation.describe()}", "--"]
        while collected[at : at + 3] != title:
            at += 1
        starts.append(at)
        at += 3
    ends = [*starts[1:], len(collected)][: len(starts)]
    for operation, start, end in zip(operations, starts, ends, strict=True):
        sql = [each for each in collected[start + 3 : end] if each not in REMARKS]
        yield Step(operation, sql)


def query_sql(queryset: Any) -> str:
    """The query that a queryset would send to PostgreSQL, its parameters written into it.

    As in a transaction, so that `select_for_update` is shown and not refused. A queryset that Django knows to
    be empty sends nothing: that is an empty text.
    """
    with preview() as connection:
        connection.ensure_connection()
        connection.autocommit = False
        try:
            compiler = queryset.query.get_compiler(connection=connection)
            sql, params = compiler.as_sql()
            return str(connection.ops.compose_sql(sql, params))
        except EmptyResultSet:
            return ""
        finally:
            connection.autocommit = True
