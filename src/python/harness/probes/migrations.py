"""Look at an app's migrations, rehearse them on rows, and write them down as PostgreSQL's SQL."""

from __future__ import annotations

import sys
from typing import Any

from .. import project
from ..class_lines import class_lines
from ..errors import message_of
from ..operations import describe_operation, missing_operations
from ..probing import Performance, Quiet
from ..rehearsal import Rehearsal
from ..request import ProbeRequest


class Migrations(Quiet):
    """Claims what the migrations after a given one are, and what came of running them."""

    def __init__(self, request: ProbeRequest) -> None:
        super().__init__(request, self._look)
        self._project = request.project
        self._params = request.probe.params

    def _look(self) -> dict[str, Any]:
        params, sources = self._params, self.trial.sources
        project.set_up(self._project, sources)
        from django.db import connection
        from django.db.migrations.loader import MigrationLoader

        app, after = params["app"], params["after"]
        loader = MigrationLoader(connection)
        leaves = loader.graph.leaf_nodes(app)
        plan = [name for label, name in loader.graph.forwards_plan(leaves[0]) if label == app]
        chain = plan[plan.index(after) + 1 :]
        found: dict[str, Any] = {
            "leaves": [name for _, name in leaves],
            "migrations": [self._describe(loader.graph.nodes[(app, name)]) for name in chain],
            "missing": missing_operations(loader),
            "places": {},
            "run": None,
        }
        for name in chain:
            lines = class_lines(f"{app}.migrations.{name}", sources)
            found["places"] |= {f"{name}.{part}": place for part, place in lines.items()}
        found["sql"] = {
            dialect: [_sql(dialect, app, name) for name in chain] for dialect in params["sql"]
        }
        if params["run"] and chain:
            rehearsal = Rehearsal(app, after, chain, sources)
            found["run"] = rehearsal.run(params["rows"], params["late"], params["kill"])
        return found

    def _describe(self, migration: Any) -> dict[str, Any]:
        file = getattr(sys.modules.get(migration.__module__), "__file__", None) or ""
        return {
            "name": migration.name,
            "file": file.removeprefix(f"{project.ROOT}/"),
            "atomic": bool(migration.atomic),
            "operations": [describe_operation(each) for each in migration.operations],
        }


def _sql(dialect: str, app: str, name: str) -> dict[str, Any]:
    """A migration's statements by operation, forward and back; or why it has none."""
    from django.db import connections

    from ..postgres_sql import preview, script_for

    told: dict[str, Any] = {"name": name, "error": None, "steps": [], "back": None}
    try:
        if dialect == "sqlite":
            made = script_for(connections["default"], app, name)
        else:
            with preview() as connection:
                made = script_for(connection, app, name)
                told["back"] = _back(connection, app, name)
        told["steps"] = [
            {"text": each.operation.describe(), "sql": each.sql} for each in made.steps
        ]
        told["steps"] += [{"text": "At the end", "sql": made.deferred}] if made.deferred else []
    except Exception as error:  # an operation that this database refuses, for one
        told["error"] = {"type": type(error).__name__, "message": message_of(error)}
    return told


def _back(connection: Any, app: str, name: str) -> list[str] | None:
    """The statements that undo it; None when it cannot be undone."""
    from django.db.migrations.exceptions import IrreversibleError

    from ..postgres_sql import script_for

    try:
        return script_for(connection, app, name, backwards=True).statements
    except IrreversibleError:
        return None


def arrange(request: ProbeRequest) -> Performance:
    """`params`: app, after, sql ("sqlite", "postgres"), run, rows, late, kill (see `Rehearsal`)."""
    return Migrations(request)
