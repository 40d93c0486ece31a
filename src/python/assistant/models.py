"""The models of the project: by name, and what leads from one to the next."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models.fields.reverse_related import ForeignObjectRel

from .kinds import Instance, Kind, Rows
from .schema import is_own


def model_named(module: str, name: str) -> Any | None:
    """The model that a loaded module has under this name."""
    found = getattr(sys.modules.get(module), name, None)
    return found if is_model(found) else None


def only_model(name: str) -> Any | None:
    """The one model of the project with this name, for code that has yet to import it."""
    found = [each for each in apps.get_models() if each.__name__ == name]
    own = [each for each in found if is_own(each)] or found
    return own[0] if len(own) == 1 else None


def is_model(value: Any) -> bool:
    """Whether it is a model class with a table or a base of such."""
    return isinstance(value, type) and issubclass(value, models.Model) and value is not models.Model


def fields(model: Any) -> Iterator[Any]:
    """Fields and reverse relations, as queries may name them."""
    yield from model._meta.get_fields()


def field_named(model: Any, name: str) -> Any | None:
    """What a query means by the name: a field, also by its column, or a reverse relation."""
    meta = model._meta
    if name == "pk":
        return meta.pk
    for field in fields(model):
        if name in (query_name(field), getattr(field, "attname", None)):
            return field
    return None


def query_name(field: Any) -> str:
    """The name of a field or a reverse relation in queries."""
    return str(field.name)


def accessor(field: Any) -> str | None:
    """The attribute of instances that a field or a reverse relation is reached by."""
    if isinstance(field, ForeignObjectRel):
        name = field.get_accessor_name()
        return str(name) if name else None
    return str(field.name)


def target(field: Any) -> Any | None:
    """The model that a relation leads to."""
    model = field.related_model if field.is_relation else None
    return model if is_model(model) else None


def is_many(field: Any) -> bool:
    """Whether it leads to several objects."""
    return bool(field.one_to_many or field.many_to_many)


def objects(model: Any, name: str | None = None) -> Rows | None:
    """The manager of a model by its name, or the default one."""
    manager = model._meta.managers_map.get(name) if name else model._default_manager
    return Rows(model, type(manager)) if manager is not None else None


def queryset(model: Any, annotations: tuple[str, ...] = (), instances: bool = True) -> Rows:
    """Rows of a model, by the queryset class of its default manager."""
    manager = model._default_manager
    of = getattr(manager, "_queryset_class", models.QuerySet)
    return Rows(model, of, annotations, instances)


def attribute(model: Any, name: str) -> Kind | None:
    """What a relation of an instance leads to."""
    for field in fields(model):
        if accessor(field) != name:
            continue
        goal = target(field)
        if goal is None:
            return None
        if not is_many(field):
            return Instance(goal)
        descriptor = getattr(model, name, None)
        of = getattr(descriptor, "related_manager_cls", None)
        return Rows(goal, of or type(goal._default_manager))
    return None
