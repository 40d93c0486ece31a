"""Models as plain data: what a check may demand of a field, an index or a constraint."""

from __future__ import annotations

from typing import Any

from django.db import connection, models
from django.db.models.constraints import BaseConstraint
from django.db.models.fields import NOT_PROVIDED

OPTIONS = (
    *("null", "blank", "unique", "primary_key", "db_index", "editable", "max_length", "db_column"),
    *("max_digits", "decimal_places", "auto_now", "auto_now_add"),
)


def describe_model(model: type[models.Model]) -> dict[str, Any]:
    """A model with its fields, constraints and indexes."""
    meta: Any = model._meta
    return {
        "label": meta.label,
        "table": meta.db_table,
        "module": model.__module__,
        "swapped": meta.swapped,
        "proxy": meta.proxy,
        "bases": [each.__name__ for each in model.__mro__],
        "ordering": [str(each) for each in meta.ordering],
        "fields": {each.name: describe_field(each) for each in [*meta.fields, *meta.many_to_many]},
        "constraints": [describe_constraint(each, model) for each in meta.constraints],
        "indexes": [describe_index(each) for each in meta.indexes],
        "unique_together": [list(each) for each in meta.unique_together],
    }


def describe_field(field: Any) -> dict[str, Any]:
    """A field: its type, its options and, where it has them, its relation or its expression."""
    described: dict[str, Any] = {
        "type": _type(field),
        "default": None if field.default is NOT_PROVIDED else _name(field.default),
        "db_default": None if field.db_default is NOT_PROVIDED else _name(field.db_default),
        "choices": [value for value, _ in field.flatchoices] if field.choices else None,
        "validators": [_validator(each) for each in field.validators],
    }
    for option in OPTIONS:
        described[option] = getattr(field, option, None)
    if field.remote_field is not None:
        described |= _relation(field)
    if isinstance(field, models.GeneratedField):
        generated: Any = field
        described |= {
            "expression": str(generated.expression),
            "db_persist": generated.db_persist,
            "output": describe_field(generated.output_field),
        }
    return described


def _relation(field: Any) -> dict[str, Any]:
    remote = field.remote_field
    to = remote.model
    return {
        "to": to if isinstance(to, str) else to._meta.label,
        "on_delete": _name(getattr(remote, "on_delete", None)),
        "related_name": remote.related_name,
    }


def describe_constraint(
    constraint: BaseConstraint, model: type[models.Model] | None = None
) -> dict[str, Any]:
    """A constraint: its kind, its name, and what it is about."""
    about: Any = constraint
    condition = getattr(about, "condition", None)
    return {
        "type": _type(about),
        "name": about.name,
        "fields": list(getattr(about, "fields", ())),
        "expressions": [str(each) for each in getattr(about, "expressions", ())],
        "condition": None if condition is None else str(condition),
        "sql": None if model is None else _sql(about, model),
    }


def _sql(constraint: Any, model: type[models.Model]) -> str:
    editor = connection.SchemaEditorClass(connection, collect_sql=True)
    if isinstance(constraint, models.CheckConstraint):
        return str(constraint.constraint_sql(model, editor))
    return str(constraint.create_sql(model, editor))


def describe_index(index: Any) -> dict[str, Any]:
    """An index; `-` before a field's name means descending."""
    return {
        "type": _type(index),
        "name": index.name,
        "fields": list(index.fields),
        "expressions": [str(each) for each in index.expressions],
        "condition": None if index.condition is None else str(index.condition),
        "include": list(index.include),
    }


def _type(value: Any) -> str:
    """The nearest class of Django's: a subclass of the learner's counts as what it is made of."""
    return next(
        (each.__name__ for each in type(value).__mro__ if each.__module__.startswith("django.")),
        type(value).__name__,
    )


def _name(value: Any) -> Any:
    """Plain data as it is; anything else by its name, or as text."""
    if value is None or type(value) in (bool, int, float, str):
        return value
    return getattr(value, "__name__", None) or str(value)


def _validator(validator: Any) -> dict[str, Any]:
    limit = getattr(validator, "limit_value", None)
    return {"type": type(validator).__name__, "limit": None if callable(limit) else _text(limit)}


def _text(value: Any) -> str | None:
    return None if value is None else str(value)
