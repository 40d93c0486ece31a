"""The models of the project, as Django knows them."""

from __future__ import annotations

import sys
from typing import Any

from django.apps import apps

from harness.project import ROOT


def schema() -> list[dict[str, Any]]:
    """Every model with its fields; what it inherits stands with it, as its table has it."""
    return [_model(model) for model in apps.get_models(include_auto_created=True)]


def _model(model: Any) -> dict[str, Any]:
    meta = model._meta
    return {
        "label": meta.label,
        "app": meta.app_label,
        "name": meta.object_name,
        "table": meta.db_table,
        "own": is_own(model),
        # Tables that Django makes by itself for many-to-many relations.
        "auto": bool(meta.auto_created),
        "fields": [
            _field(field)
            for field in (*meta.concrete_fields, *meta.many_to_many, *meta.private_fields)
            if field.is_relation or field.column
        ],
    }


def is_own(model: Any) -> bool:
    """Whether the model is of the project, not of a package."""
    file = getattr(sys.modules.get(model.__module__), "__file__", None) or ""
    return file.startswith(f"{ROOT}/")


def _field(field: Any) -> dict[str, Any]:
    return {
        "name": field.name,
        "column": getattr(field, "column", None) or "",
        "type": type(field).__name__,
        "pk": bool(getattr(field, "primary_key", False)),
        "null": bool(field.null),
        "relation": _relation(field),
    }


def _relation(field: Any) -> dict[str, Any] | None:
    target = field.related_model if field.is_relation else None
    if target is None or isinstance(target, str):
        return None
    kind = "many" if field.many_to_many else "one" if field.one_to_one else "foreign"
    if field.one_to_many:
        # A GenericRelation has no column and no key: a way back, not a relation of its own.
        return None
    through = getattr(field.remote_field, "through", None)
    return {
        "kind": kind,
        "to": target._meta.label,
        "table": through._meta.db_table if through is not None else "",
        # The name of the way back, for example `items` of `Item.order`.
        "back": field.remote_field.get_accessor_name() or "",
    }
