"""The attributes of models, of their objects, and of managers and querysets."""

from __future__ import annotations

import inspect
from functools import partialmethod
from typing import Any

from django.db.models import Manager, Model, QuerySet

from . import models
from .kinds import Instance, Kind, ModelClass, Rows
from .options import Option, field_option, method_option

_UNWANTED = frozenset(
    [
        "as_manager",
        "from_queryset",
        "check",
        "deconstruct",
        "contribute_to_class",
        "auto_created",
        "creation_counter",
        "use_in_migrations",
        "name_value",
        "resolve_expression",
        "prepare_database_save",
        "serializable_value",
        "get_deferred_fields",
        "unique_error_message",
        "validate_constraints",
        "validate_unique",
        "get_constraints",
        "date_error_message",
    ]
)


def options(kind: Kind | None) -> list[Option] | None:
    """What can follow a dot; None where others know better."""
    match kind:
        case Instance(model=model, annotations=annotations):
            return _of_instance(model, annotations)
        case Rows(of=of):
            return _of_rows(of)
        case ModelClass(model=model):
            return _of_model(model)
        case _:
            return None


def _of_instance(model: Any, annotations: tuple[str, ...]) -> list[Option]:
    found = [Option(name, "variable", name, "annotation") for name in annotations]
    names: set[str] = set()
    for field in models.fields(model):
        name = models.accessor(field)
        if name is None:
            continue
        found.append(field_option(field, name))
        column = getattr(field, "attname", name)
        if column != name and not hasattr(field, "field"):
            found.append(Option(column, "field", column, f"the column of {name}"))
        names |= {name, column}
    if "pk" not in names:
        found.append(Option("pk", "field", "pk", f"the primary key, {model._meta.pk.name}"))
    managers = set(model._meta.managers_map)
    return found + _methods(model, Model, names | managers | {"pk"}, classes=False)


def _of_rows(of: type) -> list[Option]:
    base = Manager if issubclass(of, Manager) else QuerySet
    return _methods(of, base, set(), classes=False)


def _of_model(model: Any) -> list[Option]:
    found = [
        Option(name, "variable", name, type(manager).__name__, "Begins every query.")
        for name, manager in model._meta.managers_map.items()
    ]
    names = {each for field in models.fields(model) if (each := models.accessor(field))}
    names |= {getattr(field, "attname", "") for field in models.fields(model)}
    return found + _methods(
        model, Model, names | set(model._meta.managers_map) | {"pk"}, classes=True
    )


def _methods(of: type, base: type, without: set[str], *, classes: bool) -> list[Option]:
    """Public attributes of a class: those of the project first."""
    own: list[Option] = []
    rest: list[Option] = []
    for name in dir(of):
        if name.startswith("_") or name in without or name in _UNWANTED:
            continue
        value = inspect.getattr_static(of, name)
        if isinstance(value, (classmethod, staticmethod)):
            value = value.__func__
        if isinstance(value, partialmethod):
            # What Django adds for choices, whose function takes the field too.
            own.append(Option(name, "method", name, "()"))
            continue
        if isinstance(value, type):
            if classes:
                own.append(Option(name, "class", name))
            continue
        if not callable(value) and not isinstance(value, property):
            continue
        (rest if hasattr(base, name) else own).append(method_option(name, value))
    return own + rest
