"""Rules on the SQL that PostgreSQL would get, and on what it locks: worked out here, from the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from harness.locks import Lock, statement_locks

from .migration_rules import Look, Unfinished
from .ruling import Failed, Passed, Ruling
from .sights import place_of

# A lock under which others can go on writing.
MILD = ("", "ROW EXCLUSIVE", "SHARE UPDATE EXCLUSIVE")


def _cost(lock: Lock) -> str:
    if lock.rewrites:
        return f"rewrites the table. {lock.sentence}"
    return f"reads all rows. {lock.sentence}" if lock.scans else lock.sentence


def _locks(made: Any) -> Iterator[tuple[str, Lock]]:
    for step in made["steps"]:
        for sql in step["sql"]:
            for lock in statement_locks(sql):
                yield sql, lock


def possible(name: str) -> Look:
    """PostgreSQL would run the migration at all."""

    def look(seen: Any) -> Ruling:
        made = _script(seen, name)
        if error := made["error"]:
            return Failed(
                f"On PostgreSQL `{name}` raises {error['type']}: {error['message']}",
                "Not yet: PostgreSQL refuses the migration.",
                place_of(seen, f"{name}.Migration"),
            )
        return Passed(f"PostgreSQL would run `{name}`.")

    return look


def writes_go_on(name: str) -> Look:
    """Others can write to the table, whatever the migration does."""

    def look(seen: Any) -> Ruling:
        for sql, lock in _locks(_runnable(seen, name)):
            if lock.mode not in MILD:
                return Failed(
                    f"`{sql}` takes a {lock.mode} lock: {lock.blocks} wait. {lock.sentence}",
                    f"Not yet: `{name}` stops the shop while it runs.",
                    place_of(seen, f"{name}.Migration.operations", f"{name}.Migration"),
                )
        return Passed(f"Writes go on while `{name}` runs.")

    return look


def only_catalog(name: str) -> Look:
    """No statement reads or rewrites the whole table while it is locked."""

    def look(seen: Any) -> Ruling:
        for sql, lock in _locks(_runnable(seen, name)):
            if lock.mode not in MILD and (lock.rewrites or lock.scans):
                return Failed(
                    f"`{sql}` takes a {lock.mode} lock and {_cost(lock)}",
                    f"Not yet: `{name}` locks the table for as long as it takes to read it.",
                    place_of(seen, f"{name}.Migration.operations", f"{name}.Migration"),
                )
        return Passed(f"`{name}` changes the catalog only: its locks last for milliseconds.")

    return look


def says(name: str, words: str, *, back: bool = False) -> Look:
    """The SQL of the migration has these words."""

    def look(seen: Any) -> Ruling:
        made = _runnable(seen, name)
        forward = [sql for step in made["steps"] for sql in step["sql"]]
        statements = made["back"] if back else forward
        way = "Going back from" if back else "On PostgreSQL"
        if statements is None:
            return Failed(f"`{name}` cannot be undone.", "Not yet: there is no way back.")
        if any(words.upper() in sql.upper() for sql in statements):
            return Passed(f"{way} `{name}`: {words}.")
        told = " ".join(statements) or "nothing"
        return Failed(
            f"{way} `{name}` runs: {told} `{words}` is expected there.",
            f"Not yet: `{name}` runs other SQL than it should.",
            place_of(seen, f"{name}.Migration.operations", f"{name}.Migration"),
        )

    return look


def _script(seen: Any, name: str) -> Any:
    for made in seen["sql"]["postgres"]:
        if made["name"] == name:
            return made
    raise Unfinished(f"There is no migration `{name}`.")


def _runnable(seen: Any, name: str) -> Any:
    made = _script(seen, name)
    if error := made["error"]:
        raise Unfinished(f"On PostgreSQL `{name}` raises {error['type']}: {error['message']}")
    return made
