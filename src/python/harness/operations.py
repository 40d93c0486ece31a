"""Operations of migrations as plain data, and those that the models still lack."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.migrations.questioner import MigrationQuestioner
from django.db.migrations.state import ProjectState
from django.db.models import Field, Index
from django.db.models.constraints import BaseConstraint

from .introspection import describe_constraint, describe_field, describe_index


def describe_operation(operation: Operation) -> dict[str, Any]:
    """What it is, what it was given, and whether it can be undone."""
    _, args, kwargs = operation.deconstruct()
    given = {f"argument {number}": value for number, value in enumerate(args)} | kwargs
    return {
        "type": type(operation).__name__,
        "module": type(operation).__module__,
        "text": operation.describe(),
        "given": {name: _plain(value) for name, value in given.items()},
        "reversible": bool(operation.reversible),
        "reduces_to_sql": bool(operation.reduces_to_sql),
        "elidable": bool(getattr(operation, "elidable", False)),
    }


def _plain(value: Any) -> Any:
    if value is None or type(value) in (bool, int, float, str):
        return value
    if isinstance(value, Field):
        return describe_field(value)
    if isinstance(value, BaseConstraint):
        return describe_constraint(value)
    if isinstance(value, Index):
        return describe_index(value)
    if isinstance(value, Operation):
        return describe_operation(value)
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    return getattr(value, "__qualname__", None) or str(value)


def missing_operations(loader: MigrationLoader) -> dict[str, list[dict[str, Any]]]:
    """What `makemigrations` would write, by app; nothing when migrations and models agree."""
    detector = MigrationAutodetector(
        loader.project_state(),
        ProjectState.from_apps(apps),
        # This one answers each question by itself; the non-interactive one ends the process at some.
        MigrationQuestioner({"ask_initial": True}, specified_apps=set(), dry_run=True),
    )
    # Without a folder for them `makemigrations` looks at an app only when it is named: all are, here.
    changes = detector.changes(graph=loader.graph, convert_apps=loader.unmigrated_apps or None)
    return {
        app: [describe_operation(each) for one in migrations for each in one.operations]
        for app, migrations in changes.items()
    }
