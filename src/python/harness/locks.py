"""What a migration locks on PostgreSQL, and whether it rewrites or reads whole tables.

Facts of PostgreSQL's documentation (ALTER TABLE, CREATE INDEX, Explicit Locking), each tried on PostgreSQL 15
with pg_locks, relfilenode and debug messages. Locks are held to the end of the transaction: in an atomic
migration, all of them until the last operation is done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.migrations.operations.base import Operation

from .lock_facts import BLOCKS, FACTS
from .postgres_sql import Script, preview, script_for
from .sql_types import keeps_storage
from .sql_words import Reader, Word, parts, statements

# Functions that give each row a value of its own.
VOLATILE = {
    *("GEN_RANDOM_UUID", "UUIDV4", "UUIDV7", "UUID_GENERATE_V1", "UUID_GENERATE_V4"),
    *("RANDOM", "CLOCK_TIMESTAMP", "TIMEOFDAY", "NEXTVAL", "SETVAL"),
}

type OldType = Callable[[str, str], str | None]


@dataclass(frozen=True, slots=True)
class Lock:
    """What one action of a statement does to its table."""

    # Which of the cases below it is, such as `add column` or `create index concurrently`.
    action: str
    # Empty when the statement does not name it.
    table: str
    # As PostgreSQL names it; empty when no table is locked.
    mode: str
    # The table is written anew, with all of its indexes, while it is locked.
    rewrites: bool
    # All rows are read while it is locked.
    scans: bool
    sentence: str
    # Other tables that it locks, with the mode.
    also: tuple[tuple[str, str], ...] = ()

    @property
    def blocks(self) -> str:
        """What other sessions cannot do meanwhile."""
        return BLOCKS[self.mode]


@dataclass(frozen=True, slots=True)
class OperationLocks:
    """An operation of a migration, and what its statements lock, in their order."""

    operation: Operation
    locks: list[Lock]


def operation_locks(app: str, migration: str) -> list[OperationLocks]:
    """What each operation of a migration locks when it is applied.

    What Django defers to the end (foreign keys and indexes of new tables) is left out: nobody uses those yet.
    """
    with preview() as connection:
        made = script_for(connection, app, migration)
        return list(_of_steps(made, app, connection))


def statement_locks(sql: str, old_type: OldType = lambda table, column: None) -> list[Lock]:
    """What statements lock. Without the old type of a column, a change of it counts as a rewrite."""
    return [lock for words in statements(sql) for lock in _of_statement(words, old_type)]


def _of_steps(made: Script, app: str, connection: Any) -> Iterator[OperationLocks]:
    state = made.before.clone()
    for step in made.steps:

        def old_type(table: str, column: str) -> str | None:
            for model in state.apps.get_models(include_auto_created=True):
                for field in model._meta.local_fields:
                    if (model._meta.db_table, field.column) == (table, column):
                        return field.db_type(connection)
            return None

        locks = [lock for sql in step.sql for lock in statement_locks(sql, old_type)]
        if not step.operation.reduces_to_sql:
            locks = [_lock("python")]
        yield OperationLocks(step.operation, locks)
        step.operation.state_forwards(app, state)


def _lock(action: str, table: str = "", *, foreign: str = "", foreign_mode: str = "") -> Lock:
    mode, rewrites, scans, sentence = FACTS[action]
    also = ((foreign, foreign_mode or "SHARE ROW EXCLUSIVE"),) if foreign else ()
    return Lock(action, table, mode, rewrites, scans, sentence, also)


def _of_statement(words: list[Word], old_type: OldType) -> Iterator[Lock]:
    reader = Reader(words)
    if reader.take("ALTER", "TABLE"):
        table = reader.name()
        for action in parts(reader.words):
            yield _of_action(Reader(action), table, old_type)
    elif reader.take("CREATE", "INDEX") or reader.take("CREATE", "UNIQUE", "INDEX"):
        action = "create index concurrently" if reader.has("CONCURRENTLY") else "create index"
        yield _lock(action, reader.after("ON").name())
    elif reader.take("DROP", "INDEX"):
        yield _lock("drop index concurrently" if reader.has("CONCURRENTLY") else "drop index")
    elif reader.take("ALTER", "INDEX"):
        yield _lock("rename index" if reader.has("RENAME", "TO") else "other")
    elif reader.take("CREATE", "TABLE"):
        table = reader.name()
        yield _lock("create table", table, foreign=reader.after("REFERENCES").name())
    elif reader.take("DROP", "TABLE"):
        yield _lock("drop table", reader.name())
    elif reader.take("COMMENT", "ON", "TABLE") or reader.take("COMMENT", "ON", "COLUMN"):
        yield _lock("comment", words[3].text)
    elif reader.take("UPDATE") or reader.take("DELETE", "FROM") or reader.take("INSERT", "INTO"):
        yield _lock("write rows", reader.name())
    elif reader.take("SET") or reader.take("CREATE", "EXTENSION"):
        yield _lock("nothing")
    else:
        yield _lock("other")


def _of_action(reader: Reader, table: str, old_type: OldType) -> Lock:
    """An action of ALTER TABLE."""
    if reader.take("ADD", "CONSTRAINT"):
        reader.name()
        return _of_constraint(reader, table)
    if reader.take("VALIDATE", "CONSTRAINT"):
        return _lock("validate constraint", table)
    if reader.take("DROP", "CONSTRAINT"):
        return _lock("drop constraint", table)
    if reader.take("RENAME"):
        return _lock("rename", table)
    if reader.take("ADD", "COLUMN"):
        return _of_column(reader, table)
    if reader.take("DROP", "COLUMN"):
        return _lock("drop column", table)
    if reader.take("ALTER", "COLUMN"):
        column = reader.name()
        if reader.take("TYPE") or reader.take("SET", "DATA", "TYPE"):
            old = old_type(table, column)
            kept = old is not None and keeps_storage(old, reader.words)
            return _lock("widen type" if kept else "change type", table)
        for words, action in ALTERATIONS.items():
            if reader.take(*words):
                return _lock(action, table)
    return _lock("other", table)


ALTERATIONS = {
    ("SET", "NOT", "NULL"): "set not null",
    ("DROP", "NOT", "NULL"): "drop not null",
    ("SET", "DEFAULT"): "set default",
    ("DROP", "DEFAULT"): "drop default",
    ("ADD", "GENERATED"): "identity",
    ("DROP", "IDENTITY"): "identity",
}


def _of_constraint(reader: Reader, table: str) -> Lock:
    not_valid = " not valid" if reader.has("NOT", "VALID") else ""
    if reader.take("CHECK"):
        return _lock(f"add check{not_valid}", table)
    if reader.take("FOREIGN", "KEY"):
        return _lock(
            f"add foreign key{not_valid}", table, foreign=reader.after("REFERENCES").name()
        )
    if reader.take("EXCLUDE"):
        return _lock("add exclusion", table)
    if reader.take("UNIQUE") or reader.take("PRIMARY", "KEY"):
        return _lock(
            "add unique using index" if reader.take("USING", "INDEX") else "add unique", table
        )
    return _lock("other", table)


def _of_column(reader: Reader, table: str) -> Lock:
    """ADD COLUMN: the costliest of what its parts do."""
    foreign = reader.after("REFERENCES").name()
    default = {word.key for word in reader.after("DEFAULT").words}
    if reader.has("GENERATED") and not reader.has("VIRTUAL"):
        return _lock("add generated column", table, foreign=foreign)
    if default & VOLATILE:
        return _lock("add volatile column", table, foreign=foreign)
    if reader.has("UNIQUE") or reader.has("PRIMARY", "KEY"):
        return _lock("add unique column", table, foreign=foreign)
    if reader.has("CHECK"):
        return _lock("add checked column", table, foreign=foreign)
    return _lock("add column", table, foreign=foreign)
