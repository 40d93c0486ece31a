"""Migrations as they are shown: each operation in each database, its locks, and what became of the rows."""

from __future__ import annotations

from typing import Any

from harness.exhibits import LockTold, MigrationsExhibit, MigrationTold, Operation, Stage
from harness.locks import statement_locks

from .sights import place_of

type Rows = dict[str, list[dict[str, Any]]]
NAMES = {"postgres": "PostgreSQL", "sqlite": "SQLite"}


def migrations_exhibit(seen: Any) -> MigrationsExhibit:
    """What the probe of migrations saw."""
    run: dict[str, Any] = seen["run"] or {"steps": [], "before": {}}
    before: Rows = run["before"]
    migrations: list[MigrationTold] = []
    rows = before
    for each in seen["migrations"]:
        step = next((one for one in run["steps"] if one["name"] == each["name"]), None)
        after: Rows = (step or {}).get("rows") or {}
        migrations.append(_migration(seen, each, step, _stages(rows, after)))
        rows = after or rows
    back = run.get("back") or {}
    error = back.get("error")
    return MigrationsExhibit(
        "Migrations",
        migrations,
        [Stage(str(model), len(each), 0, 0, 0) for model, each in before.items()],
        _stages(before, back.get("rows") or {}),
        f"{error['type']}: {error['message']}" if error else "",
    )


def _migration(seen: Any, told: Any, step: Any, rows: list[Stage]) -> MigrationTold:
    name = str(told["name"])
    scripts = {dialect: _script(seen, dialect, name) for dialect in NAMES}
    postgres = scripts["postgres"]
    # What is written for PostgreSQL need not be known to SQLite.
    dialect = "postgres" if postgres else "sqlite"
    made = scripts[dialect]
    refusal = made["error"] if made else None
    errors = (
        [f"{NAMES[dialect]} refuses it: {refusal['type']}: {refusal['message']}"] if refusal else []
    )
    if step and step["error"]:
        errors.insert(0, f"{step['error']['type']}: {step['error']['message']}")
    return MigrationTold(
        name,
        place_of(seen, f"{name}.Migration.operations", f"{name}.Migration"),
        bool(told["atomic"]),
        _operations(told, scripts),
        [str(sql) for sql in postgres["back"]] if postgres and postgres["back"] else None,
        all(bool(each["reversible"]) for each in told["operations"]),
        "not run" if step is None else "failed" if step["error"] else "ran",
        errors,
        rows,
        [_late(late) for late in step["late"]] if step else [],
    )


def _script(seen: Any, dialect: str, name: str) -> Any:
    return next((made for made in seen["sql"].get(dialect, []) if made["name"] == name), None)


def _operations(told: Any, scripts: dict[str, Any]) -> list[Operation]:
    """The operations with the statements of each; what a database does at the end is one more."""
    texts = [str(each["text"]) for each in told["operations"]]
    texts += ["At the end"] if any(made and _at_end(made) for made in scripts.values()) else []
    operations: list[Operation] = []
    for text in texts:
        sql = {dialect: _statements(made, text) for dialect, made in scripts.items()}
        postgres = sql["postgres"]
        operations.append(Operation(text, sql["sqlite"], postgres, _locks(postgres or [])))
    return operations


def _at_end(made: Any) -> bool:
    return any(step["text"] == "At the end" for step in made["steps"])


def _statements(made: Any, text: str) -> list[str] | None:
    """Those of an operation; None where the database has not written them down."""
    if made is None or made["error"]:
        return None
    return [str(sql) for step in made["steps"] if step["text"] == text for sql in step["sql"]]


def _locks(statements: list[str]) -> list[LockTold]:
    found = [lock for sql in statements for lock in statement_locks(sql)]
    return [
        LockTold(each.action, each.mode, each.blocks, each.rewrites, each.scans, each.sentence)
        for each in found
    ]


def _late(late: Any) -> str:
    return "" if late["done"] else f"{late['error']}: {late['message']}"


def _stages(before: Rows, after: Rows) -> list[Stage]:
    """What became of the rows of each model."""
    stages: list[Stage] = []
    for model, rows in after.items():
        old = {row["id"]: row for row in before.get(model, [])}
        new = {row["id"]: row for row in rows}
        changed = sum(_differs(old[key], new[key]) for key in old.keys() & new.keys())
        lost, added = len(old.keys() - new.keys()), len(new.keys() - old.keys())
        stages.append(Stage(str(model), len(rows), lost, added, changed))
    return stages


def _differs(old: dict[str, Any], new: dict[str, Any]) -> bool:
    """In a column that both have: one that comes or goes changes no row."""
    return any(old[name] != new[name] for name in old.keys() & new.keys())
